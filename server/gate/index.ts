import type { FastifyError, FastifyInstance } from 'fastify'
import { Refusal } from '../domain/refusal.ts'
import type { Log } from '../log.ts'
import { unlogged } from '../unlogged.ts'
import { registerAssets } from './assets.ts'
import { type Gate, type GateRequest, sendPage, visitTo } from './gate.ts'
import { pageHeaders } from './headers.ts'
import { createOwnForm } from './own-form.ts'
import { messagePage } from './pages/message-page.ts'
import { receive } from './receive.ts'
import { show, showStatus } from './show.ts'

type Options = Omit<Gate, 'ownForm'> & { log: Log }

/** A form of ours has four short fields. */
const bodyLimit = 16 * 1024

/** The hosted payment page, for customers' browsers: no keys, and what goes wrong is a page, too. */
export function registerGate(app: FastifyInstance, { log, ...options }: Options): void {
  const gate: Gate = { ...options, ownForm: createOwnForm() }
  registerAssets(app)
  app.get<{ Params: { id: string } }>('/payment/gate/:id/status', { onRequest: unlogged }, showStatus(gate))
  app.register(async (pages) => {
    readForms(pages)
    answerWithPages(pages, log)
    pages.get('/payment/gate/:id', show(gate))
    pages.post('/payment/gate/:id', receive(gate))
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

function answerWithPages(pages: FastifyInstance, log: Log): void {
  pages.setErrorHandler<FastifyError | Refusal>((error, request, reply) => {
    const visit = visitTo(request as GateRequest)
    const { notFound, badRequest, broken } = visit.say
    if (error instanceof Refusal) return sendPage(reply, 404, pageHeaders({}), messagePage(visit, notFound))
    const status = error.statusCode ?? 500
    if (status < 500) return sendPage(reply, status, pageHeaders({}), messagePage(visit, badRequest))
    log.error('Unexpected error', error)
    return sendPage(reply, 500, pageHeaders({}), messagePage(visit, broken))
  })
}
