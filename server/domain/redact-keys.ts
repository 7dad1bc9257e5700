const shortKey = 8
const hidden = '…'
/** What looks like a key of Intram's, whoever's it is. */
const keyLike = /\bt?[ps]k_[\w-]+/g

/**
 * A value as JSON knows it, without these keys, or what looks like one, in any of its texts, percent-encoded ones included;
 * the very same value if there is none in it. A short key counts only where it is the whole text: hiding every "a" would
 * leave nothing.
 */
export function redactKeys<Value>(value: Value, keys: readonly string[]): Value {
  return holdsKey(value, keys) ? (redact(value, keys.toSorted(longestFirst)) as Value) : value
}

function holdsKey(value: unknown, keys: readonly string[]): boolean {
  if (typeof value === 'string') return showsKey(value, keys) || hasEncodedKey(value, keys)
  if (typeof value !== 'object' || value === null) return false
  for (const name in value) {
    if (holdsKey(name, keys) || holdsKey((value as Record<string, unknown>)[name], keys)) return true
  }
  return false
}

function showsKey(text: string, keys: readonly string[]): boolean {
  if (text.includes('k_') && text.search(keyLike) !== -1) return true
  for (const key of keys) if (isIn(text, key)) return true
  return false
}

function redact(value: unknown, keys: readonly string[]): unknown {
  if (typeof value === 'string') return redactText(value, keys)
  if (Array.isArray(value)) return value.map((entry) => redact(entry, keys))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [redactText(name, keys), redact(entry, keys)]))
}

function redactText(text: string, keys: readonly string[]): string {
  if (!hasEncodedKey(text, keys)) return hideKeyLike(redactKnown(text, keys))
  // Decoded, a key with a % of its own would be another one.
  const decoded =
    decodings(
      redactKnown(
        text,
        keys.filter((key) => key.includes('%')),
      ),
    ).at(-1) ?? text
  return hideKeyLike(redactKnown(decoded, keys))
}

function hasEncodedKey(text: string, keys: readonly string[]): boolean {
  return text.includes('%') && decodings(text).some((decoded) => showsKey(decoded, keys))
}

/** Encoded twice is what some do by mistake; more often nobody does. */
const mostEncodings = 3

function decodings(text: string): string[] {
  const decoded: string[] = []
  for (let left = text; left.includes('%') && decoded.length < mostEncodings; decoded.push(left)) left = decode(left)
  return decoded
}

/** What can be printed; anything else is in no key. */
function decode(text: string): string {
  return text.replace(/%([2-6][0-9a-f]|7[0-9a-e])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}

function redactKnown(text: string, keys: readonly string[]): string {
  return keys.reduce((left, key) => (isIn(left, key) ? left.replaceAll(key, hidden) : left), text)
}

/** One key may be the beginning of another, whose end would be left. */
function longestFirst(one: string, other: string): number {
  return other.length - one.length
}

/** A text without what looks like a key. */
export function hideKeyLike(text: string): string {
  return text.replaceAll(keyLike, hidden)
}

function isIn(text: string, key: string): boolean {
  return key.length < shortKey ? text === key && key !== '' : text.includes(key)
}
