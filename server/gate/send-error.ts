import type { FastifyError, FastifyReply } from 'fastify'
import { Refusal } from '../domain/refusal.ts'
import type { Log } from '../log.ts'
import { type Gate, type GateRequest, sendPage, visitTo } from './gate.ts'
import { pageHeaders } from './headers.ts'
import { messagePage } from './pages/message-page.ts'

/** What goes wrong is a page, too. */
export function sendError(
  { gate, log }: { gate: Gate; log: Log },
  error: FastifyError | Refusal,
  request: GateRequest,
  reply: FastifyReply,
) {
  const visit = visitTo(request, gate)
  const { notFound, badRequest, broken } = visit.say
  if (error instanceof Refusal) return sendPage(reply, 404, pageHeaders(visit), messagePage(visit, notFound))
  const status = error.statusCode ?? 500
  if (status < 500) return sendPage(reply, status, pageHeaders(visit), messagePage(visit, badRequest))
  log.error('Unexpected error', error)
  return sendPage(reply, 500, pageHeaders(visit), messagePage(visit, broken))
}
