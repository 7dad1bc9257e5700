import type { FastifyRequest } from 'fastify'
import { asksForSecrets } from '../domain/findings/key-from-browser.ts'
import { redactKeys } from '../domain/redact-keys.ts'
import type { Journal } from '../sandbox/journal.ts'
import { millisecondsSince } from '../started-at.ts'
import { type Caller, createCallers, harmless, looksLive } from './caller.ts'
import { keepBody } from './kept-json.ts'
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

/** Any web site can have a browser send them. */
const mostPreflights = 60

export function recordRequests({ journal, takesAnyKeys, exampleMerchant = '' }: Options): RecordRequest {
  const callerOf = createCallers()
  const mayNote = createPace(mostPreflights)

  let last: { path: string; caller: Caller; shown: string } | undefined

  /** All payments are requested by one path. */
  function shownPath(path: string, caller: Caller): string {
    if (last?.path === path && last.caller === caller) return last.shown
    const shown = redactKeys(path, caller.keys).slice(0, longestPath)
    last = { path, caller, shown }
    return shown
  }

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

  return (request, { operation, status, dropped = null }) => {
    const world = worldOf(request)
    if (world === '') return
    // Who has left does not know how it was answered.
    const hasLeft = request.raw.socket.destroyed
    const { headers, method, url, body, bodyJson } = request
    const caller = callerOf(headers)
    const path = withoutQuery(url)
    const shown = {
      type: 'request' as const,
      operation: operation ?? request.routeOptions.config.operationId ?? null,
      method,
      path: shownPath(path, caller),
      status: hasLeft ? 0 : status,
      dropped: dropped ?? (hasLeft ? 'CLIENT_LEFT' : null),
      durationMs: millisecondsSince(request.startedAt),
      transactionId: request.transactionId || null,
      headers: caller.headers,
      keysInBody: false,
      liveKeys: caller.hasLiveKey,
    }
    // Until then the request itself is let go of: all that hangs on it would have to be copied by the garbage collector.
    journal.writeSoon(world, () => {
      if (body === undefined || bodyJson === null) return { event: shown, body: null, keys: caller.keys }
      const { json, hadKeys, others } = keepBody(bodyJson, body, caller)
      shown.keysInBody = hadKeys
      if (others.length === 0) return { event: shown, body: json, keys: caller.keys }
      const keys = [...caller.keys, ...others]
      const liveKeys = shown.liveKeys || others.some(looksLive)
      const event = {
        ...shown,
        path: redactKeys(path, keys).slice(0, longestPath),
        headers: harmless(headers, keys),
        liveKeys,
      }
      return { event, body: json, keys }
    })
  }
}

function withoutQuery(url: string): string {
  const query = url.indexOf('?')
  return query === -1 ? url : url.slice(0, query)
}

function textOf(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header.trim().slice(0, 256) : ''
}
