import { redactKeys } from '../domain/redact-keys.ts'

const shortKey = 8

/**
 * The body of a request as the journal keeps it: without `invoice.keys`, and without these keys elsewhere. It is cut, not
 * written anew, wherever that is safe: this is done for each payment, and writing takes as long as all the rest.
 */
export function keptJson(json: string, body: unknown, keys: readonly string[], traces = tracesOf(keys)): string {
  const cut = hasInvoiceKeys(body) ? cutKeysMember(json) : json
  return isSafe(cut, traces) ? cut : JSON.stringify(redactKeys(withoutInvoiceKeys(body), keys))
}

/** What JSON in which one of these keys stands has somewhere; undefined when a key can be written in several ways. */
export function tracesOf(keys: readonly string[]): readonly string[] | undefined {
  return keys.every(isSameInJson) ? keys.map((key) => (key.length < shortKey ? `"${key}"` : key)) : undefined
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

/** Whether it surely holds no key: none that is known, none that looks like one, nothing escaped that need not be. */
function isSafe(json: string, traces: readonly string[] | undefined): boolean {
  if (traces === undefined || /"keys"|[ps]k_|\\u00[0-7]/.test(json)) return false
  for (const trace of traces) if (json.includes(trace)) return false
  return true
}

/** PHP writes / as \/. */
function isSameInJson(key: string): boolean {
  return /^[ !#-.0-[\]-~]*$/.test(key)
}

export function invoiceOf(body: unknown): { [name: string]: unknown } | undefined {
  return isObject(body) && isObject(body.invoice) ? body.invoice : undefined
}

function hasInvoiceKeys(body: unknown): boolean {
  return Object.hasOwn(invoiceOf(body) ?? {}, 'keys')
}

function withoutInvoiceKeys(body: unknown): unknown {
  if (!hasInvoiceKeys(body)) return body
  const { keys, ...rest } = invoiceOf(body) ?? {}
  return { ...(body as object), invoice: rest }
}

export function isObject(value: unknown): value is { [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
