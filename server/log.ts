import type { FastifyReply, FastifyRequest } from 'fastify'
import { keyHeaders, keysIn } from './api/caller.ts'
import { redactKeys } from './domain/redact-keys.ts'
import { remember } from './remember.ts'
import { millisecondsSince } from './started-at.ts'

/** Hiding every "a" would leave nothing to read. */
const shortKey = 8

/** What the sandbox says while it runs. Readable lines on a terminal, JSON for machines. */
export type Log = {
  /** `dropped` says how its connection was broken off instead of an answer. */
  request(request: FastifyRequest, reply: FastifyReply, dropped?: string): void
  /** What was refused before there was a request. */
  refused(refused: Refused): void
  info(message: string, fields?: object): void
  warn(message: string): void
  error(message: string, error?: unknown): void
  /** Writes what is still in memory; nothing may be logged after it. */
  flush(): void
}

/** One request, without anything secret: no query, no keys, the merchant shortened. */
export type RequestLine = {
  method: string
  path: string
  /** 0 when there was no answer. */
  status: number
  ms: number
  merchant: string | undefined
  note: string | undefined
}

export function requestLine({ method, url, headers, world, status, ms, note }: Ended): RequestLine {
  return {
    method,
    path: pathOf(url, headers),
    status,
    ms,
    merchant: world ? shortened(world) : undefined,
    note,
  }
}

/** All that is known of it, at most: what could not be read as a request may be anything, a key too. */
export type Refused = { status: number; reason: string; method?: string | undefined; url?: string | undefined }

export function refusedLine({ status, reason, method = '-', url = '-' }: Refused): RequestLine {
  return { method, path: pathOf(url), status, ms: 0, merchant: undefined, note: reason }
}

/** All that a line needs, when it is made later: the request itself is let go of. */
export type Ended = Pick<FastifyRequest, 'method' | 'url' | 'headers' | 'world'> & {
  status: number
  ms: number
  note: string | undefined
}

export function endOf(request: FastifyRequest, reply: FastifyReply, dropped?: string): Ended {
  const { method, url, headers, world } = request
  const status = dropped === undefined ? reply.statusCode : 0
  const note = dropped === undefined ? noteOf(request) : `no answer: ${dropped}`
  return { method, url, headers, world, status, ms: millisecondsSince(request.startedAt), note }
}

const shortened = remember(64, shorten)

/** A merchant key as logs and pages may show it: 8 characters and …, or half of a shorter one. */
export function shorten(key: string): string {
  return `${printable(key.slice(0, Math.min(8, Math.ceil(key.length / 2))))}…`
}

/** Intram ignores keys in the body, and they leak into every log on the way. */
function noteOf({ body }: FastifyRequest): string | undefined {
  const invoice = isObject(body) && isObject(body.invoice) ? body.invoice : undefined
  return invoice && isObject(invoice.keys) ? 'keys in the body: ignored, remove them' : undefined
}

function pathOf(url: string, headers: FastifyRequest['headers'] = {}): string {
  return withoutKeys(printable(withoutQuery(url)), headers)
}

function withoutQuery(url: string): string {
  const query = url.indexOf('?')
  return query === -1 ? url : url.slice(0, query)
}

/** Somebody may paste a key where an id belongs, encoded or not. */
function withoutKeys(path: string, headers: FastifyRequest['headers']): string {
  for (const name of keyHeaders) {
    const key = headers[name]
    if (typeof key === 'string' && key.length >= shortKey && path.includes(key)) {
      return redactKeys(path, keysIn(headers))
    }
  }
  if (path.includes('%')) return redactKeys(path, keysIn(headers))
  return path.includes('k_') ? path.replace(/\b(t?[sp]k_)[\w-]+/g, '$1…') : path
}

/** Control characters would let a request rewrite the terminal. */
function printable(text: string): string {
  return /[^\x20-\x7e]/.test(text) ? text.replace(/[^\x20-\x7e]/g, '?') : text
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
