import type { FastifyReply, FastifyRequest } from 'fastify'
import { harmless, isKey, looksLive } from '../api/caller.ts'
import { redactKeys } from '../domain/redact-keys.ts'
import type { Journal } from '../sandbox/journal.ts'
import { millisecondsSince } from '../started-at.ts'

const bodyNames = ['amount', 'currency', 'callback_url', 'company', 'custom_datas', 'url']
const companyNames = ['name', 'template', 'color', 'logo_url']
/** As in the script. */
const secretName = /private|secret|^keys$|(marchand|merchant)_?key/i

/** Writes what a page has asked for into the journal of its world, without any key. */
export function recordWith(journal: Journal) {
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const { world, headers, method, url, body, startedAt } = request
    // Anybody can name a world by a key of their own: refused calls must not push the worlds in use out of the journal.
    if (world === '' || (reply.statusCode >= 400 && journal.last(world) === 0)) return
    const others = secretsIn(body)
    const keys = [publicKeyIn(body) ?? '', ...(others ?? [])]
    const json = JSON.stringify(redactKeys(keptOf(body), keys))
    const event = {
      type: 'request' as const,
      operation: null,
      method,
      path: url.split('?', 1)[0] ?? '',
      status: reply.statusCode,
      dropped: null,
      durationMs: millisecondsSince(startedAt),
      transactionId: request.transactionId || null,
      headers: harmless(headers, keys),
      keysInBody: others !== undefined,
      liveKeys: keys.some(looksLive),
    }
    journal.write(world, event, json, keys)
  }
}

/** Nothing but what we ask for: a page may send anything along. */
function keptOf(body: unknown): object {
  const { company } = Object(body)
  const isObject = typeof company === 'object' && company !== null && !Array.isArray(company)
  return { ...pick(body, bodyNames), ...(isObject && { company: pick(company, companyNames) }) }
}

function pick(value: unknown, names: readonly string[]): object {
  const entries = names.flatMap((name) => (Object.hasOwn(Object(value), name) ? [[name, Object(value)[name]]] : []))
  return Object.fromEntries(entries)
}

/** What is called like a key that no page should have; undefined when nothing is. */
function secretsIn(body: unknown): string[] | undefined {
  const named = Object.entries(Object(body)).filter(([name]) => secretName.test(name))
  if (named.length === 0) return undefined
  return named.flatMap(([, value]) => [value, ...Object.values(Object(value))]).filter(isKey)
}

/** Both names that it goes by. */
export function publicKeyIn(body: unknown): string | undefined {
  const { public_key, key } = Object(body)
  return [public_key, key].find((given) => typeof given === 'string')
}
