import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Document } from '../openapi/document.ts'
import { registerOperations } from '../openapi/routes.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { authenticate } from './authenticate.ts'
import { confirmTransaction } from './confirm-transaction.ts'
import type { Handlers } from './handlers.ts'
import { createHold } from './hold.ts'
import type { Keyring } from './keyring.ts'
import { LostAnswer, loseAnswer } from './lost-answer.ts'
import { preferences, preferredScenario } from './prefer.ts'
import type { QrCodes } from './qr-codes.ts'
import { remember } from './remember.ts'
import { requestPayment } from './request-payment.ts'

/** Whoever waits for a payment asks for it again and again: as many as are asked for at a time keep their QR code. */
const mostPolled = 2_000

type Options = {
  sandbox: Sandbox
  document: Document
  keyring: Keyring
  merchantHeader: 'required' | 'optional'
  qrCodes: QrCodes
  originOf: (request: FastifyRequest) => string
  /** Cuts the requests that merely wait. */
  stopped: AbortSignal
}

/** Intram's API: what openapi.yaml describes, and nothing else. */
export function registerApi(app: FastifyInstance, options: Options): void {
  const { sandbox, document, keyring, merchantHeader, originOf, stopped } = options
  const drawQrCode = options.qrCodes.dataUrl
  const handlers: Handlers = {
    requestPayment: requestPayment({ sandbox, drawQrCode }),
    confirmTransaction: confirmTransaction({ sandbox, drawQrCode: remember(mostPolled, drawQrCode) }),
  }
  const hold = createHold(stopped)
  app.decorateRequest('world', '')
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof LostAnswer) return loseAnswer(error, request, reply, hold)
    throw error
  })
  registerOperations(app, {
    document,
    handlers,
    onRequest: authenticate({ keyring, merchantHeader }),
    contextOf: (request, reply, { operationId }) => ({
      world: request.world,
      origin: originOf(request),
      preferred: operationId === 'requestPayment' ? preferredScenario(request.headers.prefer, reply) : null,
    }),
    around: preferences(hold),
  })
}
