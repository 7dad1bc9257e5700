import { redactKeys } from '../domain/redact-keys.ts'

/** A member of this name that is an object of plain values. Within a text its quotes would be escaped. */
const keysMember = /"keys"\s*:\s*\{[^{}[\]]*\}\s*(,?)/
const shortKey = 8

/**
 * The body of a request as the journal keeps it: without `invoice.keys`, and without these keys elsewhere. It is cut, not
 * written anew, wherever that is safe: this is done for each payment, and writing takes as long as all the rest.
 */
export function keptJson(json: string, body: unknown, keys: readonly string[]): string {
  const cut = hasInvoiceKeys(body) ? cutKeysMember(json) : json
  return isSafe(cut, keys) ? cut : JSON.stringify(redactKeys(withoutInvoiceKeys(body), keys))
}

function cutKeysMember(json: string): string {
  const found = keysMember.exec(json)
  if (!found) return json
  const before = json.slice(0, found.index)
  const after = json.slice(found.index + found[0].length)
  // The last member has its comma in front.
  return found[1] === ',' ? before + after : before.replace(/,\s*$/, '') + after
}

/** Whether it surely holds no key: none that is known, none that looks like one, nothing escaped that need not be. */
function isSafe(json: string, keys: readonly string[]): boolean {
  if (json.includes('"keys"') || json.includes('pk_') || json.includes('sk_') || json.includes('\\u00')) return false
  for (const key of keys) {
    if (!isSameInJson(key) || json.includes(key.length < shortKey ? `"${key}"` : key)) return false
  }
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
