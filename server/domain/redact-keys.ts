const shortKey = 8
const hidden = '…'
/** What looks like a key of Intram's, whoever's it is. */
const keyLike = /\bt?[ps]k_[\w-]+/g

/**
 * A value as JSON knows it, without these keys, or what looks like one, in any of its texts; the very same value if there
 * is none in it. A short key counts only where it is the whole text: hiding every "a" would leave nothing.
 */
export function redactKeys<Value>(value: Value, keys: readonly string[]): Value {
  return holdsKey(value, keys) ? (redact(value, keys) as Value) : value
}

function holdsKey(value: unknown, keys: readonly string[]): boolean {
  if (typeof value === 'string') return showsKey(value, keys)
  if (typeof value !== 'object' || value === null) return false
  for (const name in value) {
    if (showsKey(name, keys) || holdsKey((value as Record<string, unknown>)[name], keys)) return true
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
  const without = keys.reduce((left, key) => (isIn(left, key) ? left.replaceAll(key, hidden) : left), text)
  return without.replaceAll(keyLike, hidden)
}

function isIn(text: string, key: string): boolean {
  return key.length < shortKey ? text === key && key !== '' : text.includes(key)
}
