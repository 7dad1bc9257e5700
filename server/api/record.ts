import type { FastifyRequest } from 'fastify'
import { redactKeys } from '../domain/redact-keys.ts'
import type { Journal } from '../sandbox/journal.ts'
import { millisecondsSince } from '../started-at.ts'
import { createCallers, harmless, isKey, looksLive } from './caller.ts'
import { invoiceOf, isObject, keptJson, tracesOf } from './kept-json.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What this request made or asked for; empty before that is known. */
    transactionId: string
  }
  interface FastifyContextConfig {
    operationId?: string
  }
}

/** Writes a call of Intram's API into the journal of its world, without any key. */
export type RecordRequest = (request: FastifyRequest, how: Answered) => void
export type Answered = { status: number; operation?: string | undefined; dropped?: string | undefined }

type Options = {
  journal: Journal
  /** Where any keys do, a merchant key alone names a world: what was refused is written there too. */
  takesAnyKeys: boolean
}

const longestPath = 512

export function recordRequests({ journal, takesAnyKeys }: Options): RecordRequest {
  const callerOf = createCallers()
  return (request, { status, operation, dropped }) => {
    const world = request.world || (takesAnyKeys ? textOf(request.headers['x-marchand-key']) : '')
    if (world === '') return
    const durationMs = millisecondsSince(request.startedAt)
    journal.writeSoon(world, () => {
      const { headers, method, url, body, bodyJson } = request
      const caller = callerOf(headers)
      const inBody = keysIn(body)
      const others = inBody?.filter((key) => !caller.keys.includes(key)) ?? []
      const keys = others.length === 0 ? caller.keys : [...caller.keys, ...others]
      const traces = others.length === 0 ? caller.traces : tracesOf(keys)
      const query = url.indexOf('?')
      const event = {
        type: 'request' as const,
        operation: operation ?? request.routeOptions.config.operationId ?? null,
        method,
        path: redactKeys(query === -1 ? url : url.slice(0, query), keys).slice(0, longestPath),
        status,
        dropped: dropped ?? null,
        durationMs,
        transactionId: request.transactionId || null,
        headers: others.length === 0 ? caller.headers : harmless(headers, keys),
        keysInBody: inBody !== undefined,
        liveKeys: caller.hasLiveKey || others.some(looksLive),
      }
      return { event, body: body === undefined || bodyJson === null ? null : keptJson(bodyJson, body, keys, traces) }
    })
  }
}

/** Undefined where the body has no place for keys. */
function keysIn(body: unknown): string[] | undefined {
  const { keys } = invoiceOf(body) ?? {}
  return isObject(keys) ? Object.values(keys).filter(isKey) : undefined
}

function textOf(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header.trim().slice(0, 256) : ''
}
