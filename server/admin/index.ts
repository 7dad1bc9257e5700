import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Document, type Operation, readDocument } from '../openapi/document.ts'
import { registerOperations } from '../openapi/routes.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { type AdmitOptions, admit } from './admit.ts'
import { callbackHandlers } from './callbacks.ts'
import { registerEvents } from './events.ts'
import { faultHandlers } from './faults.ts'
import type { Context, Handlers } from './handlers.ts'
import { journalHandlers } from './journal.ts'
import { noMerchant } from './merchant.ts'
import { withStatusCodes } from './refusals.ts'
import { scenarioHandlers } from './scenarios.ts'
import { transactionHandlers } from './transactions.ts'
import { createWaitingRoom } from './waiting-room.ts'
import { worldHandlers } from './world.ts'

type Options = AdmitOptions & {
  sandbox: Sandbox
  document: Document
  version: string
  /** Cuts the requests that merely wait. */
  stopped: AbortSignal
  insideContainer: boolean
}

/** The control API: what openapi.yaml beside this file describes, and that document itself. */
export function registerAdmin(
  app: FastifyInstance,
  { sandbox, document, version, stopped, insideContainer, ...who }: Options,
): void {
  const waitForItems = createWaitingRoom({ sandbox, stopped })
  const handlers: Handlers = {
    ...transactionHandlers({ sandbox, waitForItems }),
    ...callbackHandlers({ sandbox, waitForItems, insideContainer }),
    ...scenarioHandlers(sandbox),
    ...journalHandlers({ sandbox, waitForItems }),
    ...faultHandlers(sandbox),
    ...worldHandlers(sandbox),
    readHealth: async () => ({ status: 'ok' }),
    readVersion: async () => ({ name: 'intram-sandbox', version }),
  }
  app.decorateRequest('world', '')
  takeEmptyBodies(app)
  const onRequest = admit(who)
  registerEvents(app, { sandbox, onRequest, stopped })
  registerOperations(app, { document, handlers, onRequest, contextOf, around: withStatusCodes })
  app.get('/openapi.json', { onRequest }, async () => readDocument('#admin.json'))
}

function contextOf({ world }: FastifyRequest, { raw }: FastifyReply, { parameters }: Operation): Context {
  const wantsWorld = parameters?.some(({ name }) => name === 'merchant')
  if (wantsWorld && world === '') throw noMerchant()
  const gone = new AbortController()
  raw.once('close', () => gone.abort())
  return { world, gone: gone.signal }
}

/** Many clients announce JSON on each POST, also on those that need no body. */
function takeEmptyBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null, undefined)
    request.bodyJson = body
    return parse(request, body, done)
  })
}
