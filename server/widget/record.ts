import type { FastifyReply, FastifyRequest } from 'fastify'
import { harmless, looksLive } from '../api/caller.ts'
import { redactKeys } from '../domain/redact-keys.ts'
import type { Journal } from '../sandbox/journal.ts'
import { millisecondsSince } from '../started-at.ts'

/** Writes what a page has asked for into the journal of its world, without the key. */
export function recordWith(journal: Journal) {
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const { world, headers, method, url, body, startedAt } = request
    if (world === '') return
    const key = publicKeyIn(body) ?? ''
    const { public_key, key: _, ...rest } = Object(body)
    const json = JSON.stringify(redactKeys(rest, [key]))
    journal.write(world, {
      type: 'request',
      operation: null,
      method,
      path: url.split('?', 1)[0] ?? '',
      status: reply.statusCode,
      dropped: null,
      durationMs: millisecondsSince(startedAt),
      transactionId: request.transactionId || null,
      headers: harmless(headers, [key]),
      json,
      keysInBody: false,
      liveKeys: looksLive(key),
    })
  }
}

/** Both names that it goes by. */
export function publicKeyIn(body: unknown): string | undefined {
  const { public_key, key } = Object(body)
  return [public_key, key].find((given) => typeof given === 'string')
}
