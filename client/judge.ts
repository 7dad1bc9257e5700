import { type ErrorDetail, IntramError, type Outcome } from './intram-error.ts'
import type { Keys } from './settings.ts'
import type { IncomingAnswer } from './transport.ts'

type Call = { method: string; url: string; keys: Keys; required: readonly string[] }

/**
 * The JSON of an answer that says yes, with all that such an answer requires. Anything else is an `IntramError`: refused
 * when the API says so, else uncertain.
 */
export function judge({ status, headers, text }: IncomingAnswer, { method, url, keys, required }: Call): unknown {
  const hide = hider(keys)
  const json = parse(text)
  const failed = (outcome: Outcome, message: string, details?: ErrorDetail[]) =>
    new IntramError(hide(message), { outcome, method, url: hide(url), status, details })
  if (json === undefined) {
    const type = String(headers['content-type'] ?? 'no content type').split(';')[0]
    throw failed('uncertain', `${status}, not JSON but ${type}: a proxy or an error page answered`)
  }
  const { error, message, details } = asEnvelope(json)
  const told = typeof message === 'string' && message !== '' ? message : 'no message'
  if (status >= 500) throw failed('uncertain', `${status} ${told}`)
  if (status >= 400) throw failed('refused', `${status} ${told}`, detailsOf(details, hide))
  if (status >= 300) throw failed('uncertain', `${status}: the API never redirects`)
  if (error === true) throw failed('refused', told, detailsOf(details, hide))
  const missing = required.filter((name) => !isThere(name, json)).map((name) => `no ${yes[name] ?? name}`)
  if (missing.length > 0) throw failed('uncertain', `${status} without a verdict: the answer has ${missing.join(', ')}`)
  return json
}

/** Only `"error": false` is a yes: not `"false"`, nor an answer that leaves it out. */
const yes: Record<string, string> = { error: '"error": false' }

function isThere(name: string, json: object): boolean {
  const value: unknown = Object.hasOwn(json, name) ? json[name as keyof typeof json] : undefined
  return name === 'error' ? value === false : value !== undefined && value !== null
}

const shortKey = 8

/** Takes the keys out of a text: an API may quote what it was sent. A short one only where it stands alone. */
export function hider(keys: Readonly<Record<string, string>>): (text: string) => string {
  const spellings = new Set(Object.values(keys).flatMap((key) => [key, encodeURIComponent(key)]))
  const patterns = [...spellings].sort((a, b) => b.length - a.length).map(patternOf)
  return (text) => patterns.reduce((hidden, pattern) => hidden.replace(pattern, '…'), text)
}

function patternOf(key: string): RegExp {
  const literal = key.replaceAll(/[^\w]/g, '\\$&')
  return key.length < shortKey ? new RegExp(`(?<!\\w)${literal}(?!\\w)`, 'g') : new RegExp(literal, 'g')
}

function parse(text: string): object | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? json : undefined
  } catch {
    return undefined
  }
}

function asEnvelope(json: object): { error?: unknown; message?: unknown; details?: unknown } {
  return json
}

function detailsOf(details: unknown, hide: (text: string) => string): ErrorDetail[] | undefined {
  if (!Array.isArray(details)) return undefined
  return details.map((detail) => ({
    path: hide(String(detail?.path ?? '')),
    message: hide(String(detail?.message ?? '')),
  }))
}
