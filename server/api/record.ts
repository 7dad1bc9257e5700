import type { FastifyRequest } from 'fastify'
import { asksForSecrets } from '../domain/findings/key-from-browser.ts'
import { redactKeys } from '../domain/redact-keys.ts'
import type { Journal } from '../sandbox/journal.ts'
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
const noBody = { json: null, hadKeys: false, others: [] as const }

/** Any web site can have a browser send them. */
const mostPreflights = 60

export function recordRequests({ journal, takesAnyKeys, exampleMerchant = '' }: Options): RecordRequest {
  const mayNote = createPace(mostPreflights)

  function worldOf({ world, headers, method }: FastifyRequest): string {
    // Outside of its routes there is none at all.
    if (world || !takesAnyKeys) return world ?? ''
    if (method === 'OPTIONS' && asksForSecrets(headers) && mayNote('')) return onlyWorld()
    return textOf(headers['x-marchand-key'])
  }

  /** The one that is in use, if it is one: a preflight has no keys. */
  function onlyWorld(): string {
    const [only, ...others] = journal.worlds()
    return only !== undefined && others.length === 0 ? only : exampleMerchant
  }

  return (ended, request) => {
    if (request.operationId === null && !request.url.startsWith('/api/')) return
    const world = worldOf(request)
    if (world === '') return
    // Who has left does not know how it was answered.
    const hasLeft = request.raw.socket.destroyed
    const operation = request.operationId ?? request.routeOptions.config.operationId ?? null
    const { body, bodyJson, transactionId } = request
    journal.writeSoon(world, () => {
      const { method, path, caller, durationMs } = ended
      const kept = body === undefined || bodyJson === null ? noBody : keepBody(bodyJson, body, caller)
      const event = {
        type: 'request' as const,
        operation,
        method,
        path: path.slice(0, longestPath),
        status: hasLeft ? 0 : ended.status,
        dropped: ended.dropped ?? (hasLeft ? 'CLIENT_LEFT' : null),
        durationMs,
        transactionId: transactionId || null,
        headers: caller.headers,
        keysInBody: kept.hadKeys,
        liveKeys: caller.hasLiveKey,
      }
      if (kept.others.length === 0) return { event, body: kept.json, keys: caller.keys }
      const keys = [...caller.keys, ...kept.others]
      return {
        event: {
          ...event,
          path: redactKeys(path, keys).slice(0, longestPath),
          headers: harmless(caller.sent, keys),
          liveKeys: event.liveKeys || kept.others.some(looksLive),
        },
        body: kept.json,
        keys,
      }
    })
  }
}

function textOf(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header.trim().slice(0, 256) : ''
}
