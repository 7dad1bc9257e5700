import type { FastifyRequest } from 'fastify'
import type { PublicKeys } from '../api/public-keys.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Transaction } from '../domain/transaction.ts'
import { HttpError } from '../envelope.ts'
import type { Frames } from '../gate/frame.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { FrameBody } from './bodies.ts'
import { readEmbedder } from './embedder.ts'
import { presentOpened } from './open-payment.ts'

type Options = {
  sandbox: Sandbox
  frames: Frames
  publicKeys: PublicKeys
  originOf: (request: FastifyRequest) => string
}

/** `POST /widget/frames`: a payment that the merchant's server has made before. Unknown and foreign ones look the same. */
export function openFrame({ sandbox, frames, publicKeys, originOf }: Options) {
  return async (request: FastifyRequest<{ Body: FrameBody }>) => {
    const { key, url } = request.body
    const embedder = readEmbedder(request.headers.origin)
    const id = idIn(url, [originOf(request), `${request.protocol}://${request.host}`])
    const transaction = id === undefined ? undefined : await lookIfThere(sandbox, id)
    if (!transaction || !publicKeys.isUsedBy(key, transaction.world)) throw notHere()
    request.world = transaction.world
    request.transactionId = transaction.id
    return presentOpened(transaction, embedder, frames)
  }
}

/** The payment whose page a URL is, if the page is one of ours. */
function idIn(text: string, origins: readonly string[]): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { host, pathname } = new URL(text)
  const isOurs = origins.some((origin) => hostOf(origin) === hostOf(`http://${host}`))
  return isOurs ? /^\/payment\/gate\/([0-9a-f]{24})$/.exec(pathname)?.[1] : undefined
}

/** A server may call this machine by another name than a browser does. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host.replace(/^(127\.0\.0\.1|\[::1\])(?=:|$)/, 'localhost') : undefined
}

async function lookIfThere(sandbox: Sandbox, id: string): Promise<Transaction | undefined> {
  try {
    return await sandbox.look(id)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function notHere(): HttpError {
  const message = 'must be the receipt_url of a payment that was made here with this public key'
  return new HttpError(400, 'The request is not valid', [{ path: '/url', message }])
}
