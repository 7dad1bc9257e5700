import type { FastifyReply, FastifyRequest } from 'fastify'
import { redactKeys } from '../domain/redact-keys.ts'
import { millisecondsSince } from '../started-at.ts'
import { type Caller, createCallers } from './caller.ts'
import { invoiceOf, type SentBody } from './kept-json.ts'
import { isObject } from './keys-in-body.ts'

/**
 * What is told of a request that has ended. The request itself is let go of: all that hangs on it would have to be copied
 * by the garbage collector while this waits to be written.
 */
export type Ended = SentBody & {
  method: string
  /** Without its query, and without keys. */
  path: string
  /** Empty when it was in none. */
  world: string
  /** 0 when there was no answer. */
  status: number
  /** How its connection was broken off instead; CLIENT_LEFT when the client did. */
  dropped: string | null
  durationMs: number
  caller: Caller
  /** Null before its handler has begun. */
  operation: string | null
  /** What it made or asked for; empty before that is known. */
  transactionId: string
}

/** `dropped` says how its connection was broken off instead of an answer. */
export type EndOf = (request: FastifyRequest, reply: FastifyReply, dropped?: string) => Ended

/** Tells of a request that has its answer, or whose connection was broken off instead, unless that was told already. */
export type TellEnd = (request: FastifyRequest, reply: FastifyReply, dropped?: string) => void

export function createEndOf(): EndOf {
  const callerOf = createCallers()
  let last: { url: string; caller: Caller; path: string } | undefined

  /** All payments are requested by one URL. */
  function pathOf(url: string, caller: Caller): string {
    if (last?.url === url && last.caller === caller) return last.path
    const path = pathWithoutKeys(url, caller.keys)
    last = { url, caller, path }
    return path
  }

  return (request, reply, dropped) => {
    // Outside of Intram's API there is neither a world nor an operation.
    const { method, url, world = '', operationId = null, transactionId = '', body, bodyJson } = request
    const caller = callerOf(request.headers)
    // Who has left does not know how it was answered.
    const broken = dropped ?? (request.raw.socket.destroyed ? 'CLIENT_LEFT' : null)
    return {
      method,
      path: pathOf(url, caller),
      world,
      status: broken === null ? reply.statusCode : 0,
      dropped: broken,
      durationMs: millisecondsSince(request.startedAt),
      caller,
      operation: operationId,
      transactionId,
      body,
      bodyJson,
      hasKeysInInvoice: isObject(invoiceOf(body)?.keys),
    }
  }
}

/** Somebody may paste a key where an id belongs, encoded or not. */
export function pathWithoutKeys(url: string, keys: readonly string[]): string {
  const query = url.indexOf('?')
  return redactKeys(query === -1 ? url : url.slice(0, query), keys)
}
