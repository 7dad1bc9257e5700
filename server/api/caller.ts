import type { FastifyRequest } from 'fastify'
import { redactKeys } from '../domain/redact-keys.ts'
import { type KnownKeys, spellingsOf, suspectsWith } from './kept-json.ts'

type Headers = FastifyRequest['headers']

/** What the headers of a request show of its sender, and the keys that are to be hidden wherever else they turn up. */
export type Caller = KnownKeys & {
  /** As they were sent, keys included. */
  sent: Headers
  headers: Record<string, string>
  hasLiveKey: boolean
}

export const keyHeaders = ['x-api-key', 'x-private-key', 'x-secret-key', 'x-marchand-key'] as const
const secretHeaders = ['x-private-key', 'x-secret-key'] as const
const keptHeaders = [
  'user-agent',
  'content-type',
  'host',
  'origin',
  'referer',
  'prefer',
  'sec-fetch-site',
  'sec-fetch-mode',
  'access-control-request-headers',
] as const
const longestHeader = 256
/** What is shorter may well be a word of a merchant's. */
const shortKey = 8

const mostCallers = 4

/** Merchants send the same headers again and again: what was read of the last ones is kept. */
export function createCallers(): (headers: Headers) => Caller {
  const recent: Caller[] = []
  let next = 0
  return (headers) => {
    for (const caller of recent) if (tellTheSame(caller.sent, headers)) return caller
    const caller = readCaller(headers)
    recent[next] = caller
    next = (next + 1) % mostCallers
    return caller
  }
}

/** Spelled out, since looking up names from a list takes longer, and this is done for each request. */
function tellTheSame(one: Headers, other: Headers): boolean {
  return (
    one['x-api-key'] === other['x-api-key'] &&
    one['x-private-key'] === other['x-private-key'] &&
    one['x-secret-key'] === other['x-secret-key'] &&
    one['x-marchand-key'] === other['x-marchand-key'] &&
    one['user-agent'] === other['user-agent'] &&
    one['content-type'] === other['content-type'] &&
    one.host === other.host &&
    one.origin === other.origin &&
    one.referer === other.referer &&
    one.prefer === other.prefer &&
    one['sec-fetch-site'] === other['sec-fetch-site'] &&
    one['sec-fetch-mode'] === other['sec-fetch-mode'] &&
    one['access-control-request-headers'] === other['access-control-request-headers']
  )
}

function readCaller(headers: Headers): Caller {
  const keys = keysIn(headers)
  const secrets = secretHeaders.map((name) => headers[name]).filter((key) => isKey(key) && key.length >= shortKey)
  return {
    sent: headers,
    keys,
    suspects: suspectsWith(keys),
    secrets: secrets.flatMap((key) => spellingsOf(key as string)),
    headers: harmless(headers, keys),
    hasLiveKey: keys.some(looksLive),
  }
}

/** Those of the headers; what is not ASCII also as it is in a body, since Node reads each byte as a character. */
export function keysIn(headers: Headers): string[] {
  const keys: string[] = []
  for (const name of keyHeaders) {
    const key = headers[name]
    if (!isKey(key)) continue
    keys.push(key)
    if (/[\x80-\xff]/.test(key)) keys.push(Buffer.from(key, 'latin1').toString())
  }
  return keys
}

export function isKey(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** The sandbox's keys begin with tpk_ and tsk_; with live ones money may move. */
export function looksLive(key: string): boolean {
  return /^(pk|sk)_|(^|_)live_/i.test(key)
}

/** Those headers that say something of a merchant's code, without these keys; of a key no more than that it was sent. */
export function harmless(headers: Headers, keys: readonly string[]): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name of keptHeaders) {
    const value = headers[name]
    // Cut first, a key might lose the end by which it is known.
    if (value !== undefined) kept[name] = redactKeys(shownOf(name, String(value)), keys).slice(0, longestHeader)
  }
  for (const name of keyHeaders) if (isKey(headers[name])) kept[name] = '…'
  return kept
}

/** The page from which a call came may have anything in its query. */
function shownOf(name: string, value: string): string {
  return name === 'referer' ? value.replace(/[?#].*/, '') : value
}
