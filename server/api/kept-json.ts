import { redactKeys } from '../domain/redact-keys.ts'
import { isObject, keysApartFrom } from './keys-in-body.ts'

const shortKey = 8

/** In characters: what is remembered of a body outlasts its entry. */
const longestOpening = 1_024

/** By what the keys of a request are known in the JSON of its body. */
export type KnownKeys = {
  keys: readonly string[]
  /** Finds what JSON may have with keys in it, from its `lastIndex` on; undefined when a key can be written in several ways. */
  suspects: RegExp | undefined
  /** Those that have no business in a body, and are long enough to be nothing else. */
  secrets: readonly string[]
  /** How the last body began that was cut. */
  opening?: Opening
}

/** All of a body up to the end of its keys, and what is kept of that. Most clients begin every body with the same. */
type Opening = { text: string; kept: string }

export type KeptBody = {
  /** The JSON, in two pieces: joining them would copy them. How it begins is the very same text for most bodies. */
  head: string
  tail: string
  /** Whether keys stood in it, and those of them that are not known from elsewhere. */
  hadKeys: boolean
  others: readonly string[]
}

const none: readonly string[] = []

/** A body as it was sent, if it was sent as JSON, and what was read from that. */
export type SentBody = {
  body: unknown
  bodyJson: string | null
  /** Whether `invoice.keys` is an object. */
  hasKeysInInvoice: boolean
}

/**
 * The body of a request as the journal keeps it: without keys, under whatever name they are sent; null if there is none.
 * It is cut, not written anew, wherever that is safe: this is done for each payment, and writing takes as long as all the
 * rest.
 */
export function keepBody({ body, bodyJson: json, hasKeysInInvoice }: SentBody, known: KnownKeys): KeptBody | null {
  if (body === undefined || json === null) return null
  if (!hasKeysInInvoice) {
    return isFree(json, 0, known) ? { head: '', tail: json, hadKeys: false, others: none } : rewrite(body, known)
  }
  const usual = isOpening(known.opening, json) ? known.opening : undefined
  const opening = usual ?? openingOf(json, invoiceOf(body)?.keys, known)
  if (!opening || !isFree(json, opening.text.length, known)) return rewrite(body, known)
  // Where no comma is part of it, another body may go on with one.
  if (!usual && opening.text.endsWith(',')) known.opening = opening
  return { head: opening.kept, tail: json.slice(opening.text.length), hadKeys: true, others: none }
}

function isOpening(opening: Opening | undefined, json: string): opening is Opening {
  // Cutting and comparing takes half as long as startsWith.
  return opening?.text === json.slice(0, opening?.text.length)
}

/** Of JSON in which nothing looks like a key before its keys, all of which are known. */
function openingOf(json: string, sent: unknown, { keys, suspects }: KnownKeys): Opening | undefined {
  const member = keysMemberIn(json)
  if (!member || member.to > longestOpening || !suspects || hasEncodedSuspect(json.slice(0, member.from), 0))
    return undefined
  suspects.lastIndex = 0
  // The first to be found is the name of the member, unless there is something before it.
  if (!suspects.test(json) || suspects.lastIndex !== member.nameTo) return undefined
  const isKnown = Object.values(Object(sent)).every(
    (key) => typeof key !== 'string' || key === '' || keys.includes(key),
  )
  return isKnown ? { text: copyOf(json.slice(0, member.to)), kept: copyOf(json.slice(0, member.from)) } : undefined
}

/** A slice would hold on to the whole body, and takes V8 a call out of its compiled code to compare. */
function copyOf(slice: string): string {
  return Buffer.from(slice).toString()
}

/** Whether nothing looks like a key from there on. */
function isFree(json: string, from: number, { suspects }: KnownKeys): boolean {
  if (!suspects || hasEncodedSuspect(json, from)) return false
  suspects.lastIndex = from
  return !suspects.test(json)
}

/** Apart from the other suspects: without a % among them V8 skips more characters at once. */
function hasEncodedSuspect(json: string, from: number): boolean {
  const at = json.indexOf('%', from)
  if (at === -1) return false
  encodedSuspect.lastIndex = at
  return encodedSuspect.test(json)
}

function rewrite(body: unknown, { keys, secrets }: KnownKeys): KeptBody {
  const { rest, found, values } = keysApartFrom(body)
  const others = [...new Set(values)].filter((key) => !keys.includes(key))
  const left = JSON.stringify(rest)
  const kept = redactKeys(rest, [...keys, ...others])
  const shows = (secret: string) => left.includes(secret) || left.includes(JSON.stringify(secret).slice(1, -1))
  const tail = kept === rest ? left : JSON.stringify(kept)
  return { head: '', tail, hadKeys: found || secrets.some(shows), others }
}

/** A name that ends like those of keys do, what looks like one, an escape. */
const suspect = /[kK][eE][yY][sS]?"|[ps]k_|\\u00[0-7]/

/** In a URL, of a character of what looks like a key. */
const encodedSuspect = /%(?:7[034]|6[bB]|5[fF])/g

/** For the keys of a request. */
export function suspectsWith(keys: readonly string[]): RegExp | undefined {
  if (!keys.every(isSameInJson)) return undefined
  const texts = keys.flatMap((key) => (key.length < shortKey ? `"${key}"` : spellingsOf(key)))
  return new RegExp(
    [suspect.source, ...texts.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))].join('|'),
    'g',
  )
}

type Member = { from: number; nameTo: number; to: number }

/** A member of this name that is an object of plain values, none of them with an escape. */
const keysMember = /"keys"\s*:\s*\{(?:[^"{}[\]\\]|"[^"\\]*")*\}(?:\s*,)?/y

/** With a comma, the one in front if it is the last member; undefined when the first of this name is another one. */
function keysMemberIn(json: string): Member | undefined {
  const from = json.indexOf('"keys"')
  keysMember.lastIndex = from
  // Behind a backslash it is the end of a text.
  if (from <= 0 || json[from - 1] === '\\' || !keysMember.test(json)) return undefined
  const nameTo = from + '"keys"'.length
  const to = keysMember.lastIndex
  if (json[to - 1] === ',') return { from, nameTo, to }
  return { from: json.slice(0, from).replace(/,\s*$/, '').length, nameTo, to }
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

export function invoiceOf(body: unknown): { [name: string]: unknown } | undefined {
  return isObject(body) && isObject(body.invoice) ? body.invoice : undefined
}
