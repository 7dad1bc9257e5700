import type { FastifyError, FastifyInstance } from 'fastify'
import type { Refusal } from '../domain/refusal.ts'
import type { Log } from '../log.ts'
import { unlogged } from '../unlogged.ts'
import { registerAssets } from './assets.ts'
import type { Gate, GateRequest } from './gate.ts'
import { createOwnForm } from './own-form.ts'

type Options = Omit<Gate, 'ownForm'> & { log: Log }
type Id = { Params: { id: string } }

/** A form of ours has four short fields. */
const bodyLimit = 16 * 1024

/** Pages and sentences are loaded when the first customer comes, so that starting is fast. */
const handlers = () => import('./handlers.ts')

/** The hosted payment page, for customers' browsers: no keys, and what goes wrong is a page, too. */
export function registerGate(app: FastifyInstance, { log, ...options }: Options): void {
  const gate: Gate = { ...options, ownForm: createOwnForm() }
  registerAssets(app)
  app.get<Id>('/payment/gate/:id/status', { onRequest: unlogged }, async (request, reply) =>
    (await handlers()).showStatus(gate)(request, reply),
  )
  app.register(async (pages) => {
    readForms(pages)
    pages.setErrorHandler<FastifyError | Refusal>(async (error, request, reply) =>
      (await handlers()).sendError({ gate, log }, error, request as GateRequest, reply),
    )
    pages.get<Id>('/payment/gate/:id', async (request, reply) => (await handlers()).show(gate)(request, reply))
    pages.post<Id>('/payment/gate/:id', async (request, reply) => (await handlers()).receive(gate)(request, reply))
  })
}

function readForms(pages: FastifyInstance): void {
  pages.removeAllContentTypeParsers()
  pages.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit },
    (_request, body, done) => done(null, new URLSearchParams(body)),
  )
}
