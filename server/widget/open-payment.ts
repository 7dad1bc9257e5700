import type { FastifyRequest } from 'fastify'
import { scenarioOfData } from '../domain/scenario/scenario-of-data.ts'
import type { Transaction } from '../domain/transaction.ts'
import { HttpError } from '../envelope.ts'
import { type Frames, inFrame } from '../gate/frame.ts'
import { gatePath } from '../gate/gate.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { PaymentBody } from './bodies.ts'
import { readEmbedder } from './embedder.ts'
import { readPayment } from './read-payment.ts'

type Options = { sandbox: Sandbox; frames: Frames }

/** `POST /widget/payments`: a new payment, in the world to which the public key belongs. */
export function openPayment({ sandbox, frames }: Options) {
  return async (request: FastifyRequest<{ Body: PaymentBody }>) => {
    const { world, body, headers } = request
    const embedder = readEmbedder(headers.origin)
    const order = readPayment(body, embedder)
    const asked = scenarioOfData(order.customData, '/custom_datas/scenario') ?? null
    const scenario = sandbox.scenarios.choose(world, order.amount, asked)
    if (scenario?.answer === 'server-error') throw new HttpError(500, 'Server error')
    const transaction = await sandbox.request(world, order, scenario)
    request.transactionId = transaction.id
    return presentOpened(transaction, embedder, frames)
  }
}

/** All that a page is told. The path is for the origin from which it has the script, whatever that is called there. */
export function presentOpened({ id, reference }: Transaction, embedder: string, frames: Frames) {
  const path = inFrame(gatePath(id), frames.allow(id, embedder))
  return { error: false, transaction_id: id, reference, path }
}
