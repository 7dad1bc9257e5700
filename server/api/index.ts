import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Document } from '../openapi/document.ts'
import { registerOperations } from '../openapi/routes.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { authenticate } from './authenticate.ts'
import { confirmTransaction } from './confirm-transaction.ts'
import type { Handlers } from './handlers.ts'
import type { Keyring } from './keyring.ts'
import { preferences } from './prefer.ts'
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
  app.decorateRequest('world', '')
  registerOperations(app, {
    document,
    handlers,
    onRequest: authenticate({ keyring, merchantHeader }),
    contextOf: (request) => ({ world: request.world, origin: originOf(request) }),
    around: preferences(stopped),
  })
}
