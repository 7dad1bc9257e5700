import type { FastifyRequest } from 'fastify'
import { asksForSecrets } from '../domain/findings/key-from-browser.ts'
import { redactKeys } from '../domain/redact-keys.ts'
import type { Draft, Journal } from '../sandbox/journal.ts'
import { harmless, looksLive } from './caller.ts'
import type { Ended } from './ended.ts'
import { keepBody } from './kept-json.ts'
import { createPace } from './pace.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What this request made or asked for; empty before that is known. */
    transactionId: string
    /** Null before its handler has begun. A field of the request, since asking for its route's options costs 5 µs. */
    operationId: string | null
  }
  interface FastifyContextConfig {
    operationId?: string
  }
}

/** Writes a call of Intram's API into the journal of its world, without any key; nothing of other requests. */
export type RecordRequest = (ended: Ended, request: FastifyRequest) => void

type Options = {
  journal: Journal
  /** Where any keys do, a merchant key alone names a world: what was refused is written there too. */
  takesAnyKeys: boolean
  /** The sandbox's own merchant: whose a preflight is, when nobody can tell. */
  exampleMerchant: string | undefined
}

const longestPath = 512

/** Any web site can have a browser send them. */
const mostPreflights = 60

export function recordRequests({ journal, takesAnyKeys, exampleMerchant = '' }: Options): RecordRequest {
  const mayNote = createPace(mostPreflights)

  /** Of a request that was refused before it was in one. */
  function worldOf({ headers, method }: FastifyRequest): string {
    if (!takesAnyKeys) return ''
    if (method === 'OPTIONS' && asksForSecrets(headers) && mayNote('')) return onlyWorld()
    return textOf(headers['x-marchand-key'])
  }

  /** The one that is in use, if it is one: a preflight has no keys. */
  function onlyWorld(): string {
    const [only, ...others] = journal.worlds()
    return only !== undefined && others.length === 0 ? only : exampleMerchant
  }

  return (ended, request) => {
    if (ended.operation === null && !request.url.startsWith('/api/')) return
    const world = ended.world || worldOf(request)
    if (world === '') return
    ended.operation ??= request.routeOptions.config.operationId ?? null
    journal.writeSoon(world, () => draftOf(ended))
  }
}

function draftOf(ended: Ended): Draft {
  const { operation, method, path, status, dropped, durationMs, caller, transactionId } = ended
  const kept = keepBody(ended, caller)
  const event = {
    type: 'request' as const,
    operation,
    method,
    path: path.slice(0, longestPath),
    status,
    dropped,
    durationMs,
    transactionId: transactionId || null,
    headers: caller.headers,
    keysInBody: kept?.hadKeys ?? false,
    liveKeys: caller.hasLiveKey,
  }
  if (kept === null || kept.others.length === 0) return { event, body: kept, keys: caller.keys }
  const keys = [...caller.keys, ...kept.others]
  return {
    event: {
      ...event,
      path: redactKeys(path, keys).slice(0, longestPath),
      headers: harmless(caller.sent, keys),
      liveKeys: event.liveKeys || kept.others.some(looksLive),
    },
    body: kept,
    keys,
  }
}

function textOf(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header.trim().slice(0, 256) : ''
}
