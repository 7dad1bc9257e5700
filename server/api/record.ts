import type { FastifyReply, FastifyRequest } from 'fastify'
import { redactKeys } from '../domain/redact-keys.ts'
import type { Journal } from '../sandbox/journal.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What this request made or asked for; empty before that is known. */
    transactionId: string
    /** When its handling began, as performance.now(); 0 before. Fastify counts only where each request is logged. */
    startedAt: number
  }
  interface FastifyContextConfig {
    operationId?: string
  }
}

/** Writes a call of Intram's API into the journal of its world, without any key. */
export type Record = (request: FastifyRequest, reply: FastifyReply, how: Answered) => void
export type Answered = { status: number; operation?: string | undefined; dropped?: string | undefined }

type Options = {
  journal: Journal
  /** Where any keys do, a merchant key alone names a world: what was refused is written there too. */
  takesAnyKeys: boolean
}

const keptHeaders = ['user-agent', 'content-type', 'origin', 'prefer', 'sec-fetch-site', 'sec-fetch-mode'] as const
const keyHeaders = ['x-api-key', 'x-private-key', 'x-secret-key', 'x-marchand-key'] as const
/** The sandbox's keys begin with tpk_ and tsk_; with live ones money may move. */
export const looksLive = /^(pk|sk)_|(^|_)live_/i
const longestPath = 512
const usualBytes = 400

export function recordRequests({ journal, takesAnyKeys }: Options): Record {
  return (request, reply, { status, operation, dropped }) => {
    const { headers, method, url, body } = request
    const world = request.world || (takesAnyKeys ? textOf(headers['x-marchand-key']) : '')
    if (world === '') return
    const keys = keysOf(request)
    const query = url.indexOf('?')
    journal.write(
      world,
      {
        type: 'request',
        operation: operation ?? request.routeOptions.config.operationId ?? null,
        method,
        path: redactKeys((query === -1 ? url : url.slice(0, query)).slice(0, longestPath), keys),
        status,
        dropped: dropped ?? null,
        durationMs: Math.round(durationOf(request, reply) * 10) / 10,
        transactionId: request.transactionId || null,
        headers: redactKeys(harmless(headers), keys),
        body: body === undefined ? null : redactKeys(withoutKeys(body), keys),
        keysInBody: isObject(invoiceOf(body)?.keys),
        liveKeys: keys.some((key) => looksLive.test(key)),
      },
      usualBytes + Number(headers['content-length'] ?? 0),
    )
  }
}

function durationOf({ startedAt }: FastifyRequest, reply: FastifyReply): number {
  return startedAt > 0 ? performance.now() - startedAt : reply.elapsedTime
}

export function harmless(headers: FastifyRequest['headers']): { [name: string]: string } {
  const kept: { [name: string]: string } = {}
  for (const name of keptHeaders) {
    const value = headers[name]
    if (value !== undefined) kept[name] = String(value).slice(0, 256)
  }
  return kept
}

/** Every key that this request has shown, in a header or in its body. */
function keysOf({ headers, body }: FastifyRequest): string[] {
  const { keys } = invoiceOf(body) ?? {}
  const inBody = isObject(keys) ? Object.values(keys) : []
  const given = [...keyHeaders.map((name) => headers[name]), ...inBody]
  return given.filter((key) => typeof key === 'string' && key !== '') as string[]
}

function withoutKeys(body: unknown): unknown {
  const invoice = invoiceOf(body)
  if (!invoice || !('keys' in invoice)) return body
  const { keys, ...rest } = invoice
  return { ...(body as object), invoice: rest }
}

function invoiceOf(body: unknown): { [name: string]: unknown } | undefined {
  return isObject(body) && isObject(body.invoice) ? body.invoice : undefined
}

function isObject(value: unknown): value is { [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header.trim().slice(0, 256) : ''
}
