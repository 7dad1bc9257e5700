import type { FastifyRequest } from 'fastify'
import { asksForSecrets } from '../domain/findings/key-from-browser.ts'
import { redactKeys } from '../domain/redact-keys.ts'
import type { Journal } from '../sandbox/journal.ts'
import { millisecondsSince } from '../started-at.ts'
import { createCallers, harmless, looksLive } from './caller.ts'
import { type KeptBody, keepBody } from './kept-json.ts'
import { createPace } from './pace.ts'

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
  /** The sandbox's own merchant: whose a preflight is, when nobody can tell. */
  exampleMerchant: string | undefined
}

const longestPath = 512
const clientLeft = { dropped: 'CLIENT_LEFT' }
const nothing: Omit<KeptBody, 'json'> & { json: null } = { json: null, hadKeys: false, others: [] }

/** Any web site can have a browser send them. */
const mostPreflights = 60

export function recordRequests({ journal, takesAnyKeys, exampleMerchant = '' }: Options): RecordRequest {
  const callerOf = createCallers()
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

  return (request, { operation, ...answered }) => {
    const world = worldOf(request)
    if (world === '') return
    // Who has left does not know how it was answered.
    const { status, dropped } = request.raw.socket.destroyed ? { ...clientLeft, ...answered, status: 0 } : answered
    const durationMs = millisecondsSince(request.startedAt)
    journal.writeSoon(world, () => {
      const { headers, method, url, body, bodyJson } = request
      const caller = callerOf(headers)
      const kept = body === undefined || bodyJson === null ? nothing : keepBody(bodyJson, body, caller)
      const { others } = kept
      const keys = others.length === 0 ? caller.keys : [...caller.keys, ...others]
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
        keysInBody: kept.hadKeys,
        liveKeys: caller.hasLiveKey || others.some(looksLive),
      }
      return { event, body: kept.json, keys }
    })
  }
}

function textOf(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header.trim().slice(0, 256) : ''
}
