import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Document } from '../openapi/document.ts'
import type { Written } from '../openapi/handlers.ts'
import { registerOperations } from '../openapi/routes.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { authenticate } from './authenticate.ts'
import { answerBreaker } from './broken-answer.ts'
import { compiled } from './compiled.gen.ts'
import { confirmTransaction } from './confirm-transaction.ts'
import type { TellEnd } from './ended.ts'
import type { Handlers } from './handlers.ts'
import { createHold } from './hold.ts'
import type { Keyring } from './keyring.ts'
import { LostAnswer, loseAnswer } from './lost-answer.ts'
import { preferences, preferredScenario } from './prefer.ts'
import type { QrCodes } from './qr-codes.ts'
import { requestPayment } from './request-payment.ts'
import { BrokenAnswer, strikeWithFaults } from './strike.ts'

type Options = {
  sandbox: Sandbox
  document: Document
  keyring: Keyring
  merchantHeader: 'required' | 'optional'
  qrCodes: QrCodes
  originOf: (request: FastifyRequest) => string
  /** Cuts the requests that merely wait. */
  stopped: AbortSignal
  tellEnd: TellEnd
}

/** Intram's API: what openapi.yaml describes, and nothing else. */
export function registerApi(app: FastifyInstance, options: Options): void {
  const { sandbox, document, keyring, merchantHeader, originOf, stopped } = options
  const drawQrCode = options.qrCodes.dataUrl
  const handlers: Handlers = {
    requestPayment: requestPayment({ sandbox, drawQrCode }),
    confirmTransaction: confirmTransaction({ sandbox, drawQrCode }),
  }
  const hold = createHold(stopped)
  const breakAnswer = answerBreaker(options.tellEnd)
  const prefer = preferences(hold)
  const strike = strikeWithFaults({ faults: sandbox.faults, hold })
  app.decorateRequest('world', '')
  app.decorateRequest('transactionId', '')
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof LostAnswer) return loseAnswer(error, request, reply, { hold, breakAnswer })
    if (error instanceof BrokenAnswer) return breakAnswer(request, reply, error.how)
    throw error
  })
  registerOperations(app, {
    document,
    compiled,
    handlers,
    onRequest: authenticate({ keyring, merchantHeader }),
    tellEnd: options.tellEnd,
    contextOf: (request, reply, { operationId }) => ({
      concerns(id) {
        request.transactionId = id
      },
      world: request.world,
      origin: originOf(request),
      serialize: (answer) => reply.serializeInput(answer, '200') as string,
      written(json) {
        reply.header('content-type', 'application/json; charset=utf-8')
        return json as Written
      },
      preferred: operationId === 'requestPayment' ? preferredScenario(request.headers.prefer, reply) : null,
    }),
    around(request, reply, answer, operation) {
      request.operationId = operation.operationId
      return strike(request, reply, () => prefer(request, reply, answer, operation), operation)
    },
  })
}
