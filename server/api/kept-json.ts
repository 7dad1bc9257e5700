import { redactKeys } from '../domain/redact-keys.ts'
import { isObject, keysApartFrom } from './keys-in-body.ts'

const shortKey = 8

/** By what the keys of a request are known in the JSON of its body. */
export type KnownKeys = {
  keys: readonly string[]
  /** Undefined when a key can be written in several ways. */
  traces: readonly string[] | undefined
  /** Those that have no business in a body, and are long enough to be nothing else. */
  secrets: readonly string[]
}

export type KeptBody = {
  json: string
  /** Whether keys stood in it, and those of them that are not known from elsewhere. */
  hadKeys: boolean
  others: readonly string[]
}

const none: readonly string[] = []

/**
 * The body of a request as the journal keeps it: without keys, under whatever name they are sent. It is cut, not written
 * anew, wherever that is safe: this is done for each payment, and writing takes as long as all the rest.
 */
export function keepBody(json: string, body: unknown, known: KnownKeys): KeptBody {
  const invoice = invoiceOf(body)
  const hasKeys = invoice !== undefined && Object.hasOwn(invoice, 'keys')
  const cut = hasKeys ? cutKeysMember(json) : json
  if (!isSuspect.test(cut)) {
    const inInvoice = hasKeys && isObject(invoice.keys) ? Object.values(invoice.keys).filter(isText) : none
    const others = inInvoice.filter((key) => !known.keys.includes(key))
    const traces = others.length === 0 ? known.traces : tracesOf([...known.keys, ...others])
    if (isFree(cut, traces)) return { json: cut, hadKeys: hasKeys && isObject(invoice.keys), others }
  }
  return rewrite(body, known)
}

/** What JSON may have with keys in it: a name that ends like those of keys do, what looks like one, an escape. */
const isSuspect = /[kK][eE][yY][sS]?"|[ps]k_|\\u00[0-7]|%(?:7[034]|6[bB]|5[fF])/

function rewrite(body: unknown, { keys, secrets }: KnownKeys): KeptBody {
  const { rest, found, values } = keysApartFrom(body)
  const others = [...new Set(values)].filter((key) => !keys.includes(key))
  const left = JSON.stringify(rest)
  const kept = redactKeys(rest, [...keys, ...others])
  const shows = (secret: string) => left.includes(secret) || left.includes(JSON.stringify(secret).slice(1, -1))
  return { json: kept === rest ? left : JSON.stringify(kept), hadKeys: found || secrets.some(shows), others }
}

/** What JSON in which one of these keys stands has somewhere; undefined when a key can be written in several ways. */
export function tracesOf(keys: readonly string[]): readonly string[] | undefined {
  const traces = keys.flatMap((key) => (key.length < shortKey ? `"${key}"` : spellingsOf(key)))
  return keys.every(isSameInJson) ? traces : undefined
}

/** A member of this name that is an object of plain values, none of them with an escape. */
const keysMember = /"keys"\s*:\s*\{(?:[^"{}[\]\\]|"[^"\\]*")*\}/y

/** Leaves all as it is when there is no such member, or the first of this name is another one. */
function cutKeysMember(json: string): string {
  const start = json.indexOf('"keys"')
  keysMember.lastIndex = start
  // Behind a backslash it is the end of a text.
  const member = start <= 0 || json[start - 1] === '\\' ? undefined : keysMember.exec(json)?.[0]
  if (member === undefined) return json
  const before = json.slice(0, start)
  const after = json.slice(start + member.length)
  const rest = after.replace(/^\s*,/, '')
  // The last member has its comma in front.
  return rest === after ? before.replace(/,\s*$/, '') + after : before + rest
}

function isFree(json: string, traces: readonly string[] | undefined): boolean {
  if (traces === undefined) return false
  for (const trace of traces) if (json.includes(trace)) return false
  return true
}

/** A key as it is, and as it stands in a URL. */
export function spellingsOf(key: string): string[] {
  // Of half a character there is no code for URLs.
  const encoded = encodeURIComponent(key.replace(/\p{Surrogate}/gu, ''))
  return encoded === key ? [key] : [key, encoded]
}

/** PHP writes / as \/. */
function isSameInJson(key: string): boolean {
  return /^[ !#-.0-[\]-~]*$/.test(key)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

export function invoiceOf(body: unknown): { [name: string]: unknown } | undefined {
  return isObject(body) && isObject(body.invoice) ? body.invoice : undefined
}
