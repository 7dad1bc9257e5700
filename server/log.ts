import { type Ended as EndedOfCaller, pathWithoutKeys } from './api/ended.ts'
import { remember } from './remember.ts'

/** Without its sender and body, whose keys are no business of a log's. */
export type Ended = Pick<
  EndedOfCaller,
  'method' | 'path' | 'world' | 'status' | 'dropped' | 'durationMs' | 'hasKeysInInvoice'
>

/** What the sandbox says while it runs. Readable lines on a terminal, JSON for machines. */
export type Log = {
  request(ended: Ended): void
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

export function requestLine(ended: Ended): RequestLine {
  const { method, path, world, status, durationMs } = ended
  return { method, path, status, ms: durationMs, merchant: world ? shortened(world) : undefined, note: noteOf(ended) }
}

/** All that is known of it, at most: what could not be read as a request may be anything, a key too. */
export type Refused = { status: number; reason: string; method?: string | undefined; url?: string | undefined }

export function refusedLine({ status, reason, method = '-', url = '-' }: Refused): RequestLine {
  return { method, path: pathWithoutKeys(url, []), status, ms: 0, merchant: undefined, note: reason }
}

const shortened = remember(64, shorten)

/** A merchant key as logs and pages may show it: 8 characters and …, or half of a shorter one. */
export function shorten(key: string): string {
  return `${printable(key.slice(0, Math.min(8, Math.ceil(key.length / 2))))}…`
}

/** Intram ignores keys in the body, and they leak into every log on the way. */
function noteOf({ dropped, hasKeysInInvoice }: Ended): string | undefined {
  if (dropped !== null) return `no answer: ${dropped}`
  return hasKeysInInvoice ? 'keys in the body: ignored, remove them' : undefined
}

/** Control characters would let a request rewrite the terminal. */
export function printable(text: string): string {
  return text.replace(/[^\x20-\x7e…]/g, '?')
}
