import { inspect } from 'node:util'

export type Hide = (text: string) => string

const longest = 200
const deepest = 3

/** A value of an answer on one short line: without keys, and nothing that a terminal would obey. */
export function show(value: unknown, hide: Hide): string {
  // Before it is written: quoting or shortening a key would only disguise it.
  const written = inspect(hideWithin(value, hide), { depth: deepest, breakLength: Infinity, maxStringLength: null })
  return tidy(written)
}

/** A sentence, likewise. */
export function say(text: string, hide: Hide): string {
  return tidy(hide(text))
}

/** A text of anybody's, of which a terminal obeys nothing. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
}

function tidy(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}

function hideWithin(value: unknown, hide: Hide, depth = 0): unknown {
  if (typeof value === 'string') return hide(value)
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return value
  if (depth > deepest) return '…'
  if (Array.isArray(value)) return value.map((entry) => hideWithin(entry, hide, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [hide(name), hideWithin(part, hide, depth + 1)]),
  )
}
