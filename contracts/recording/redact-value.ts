import { follow, type Schema } from '../document.ts'
import { fieldName, type Path, partOf } from '../field.ts'
import type { Hide } from '../redact.ts'
import { evidenceOf } from './evidence.ts'
import { mask } from './mask.ts'
import type { Names } from './names.ts'
import { placeholder } from './placeholder.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { isCode, redactSentence } from './sentence.ts'

/** What the whole recording taught, without which one answer cannot be redacted. */
export type Known = { hide: Hide; names: Names; pseudonyms: Pseudonyms }

/** The same answer about nobody: every type, and the values that are evidence. */
export function redactValue(value: unknown, schema: Schema, known: Known, path: Path = []): unknown {
  const { properties, additionalProperties } = follow(schema)
  if (typeof value === 'string') return redactText(value, fieldName(path), known)
  if (typeof value === 'number') return redactNumber(value, fieldName(path))
  if (typeof value !== 'object' || value === null) return value
  const partOfValue = ([name, part]: [string, unknown]) =>
    redactValue(part, additionalProperties === true ? schema : partOf(follow(schema), name), known, [...path, name])
  if (Array.isArray(value)) return value.map((part, i) => partOfValue([String(i), part]))
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      const isDocumented = properties !== undefined && Object.hasOwn(properties, name)
      const isName = additionalProperties !== true && isCode(name, known.names) && known.hide(name) === name
      return [isDocumented || isName ? name : mask(name), partOfValue([name, part])]
    }),
  )
}

function redactText(text: string, field: string, { hide, names, pseudonyms }: Known): string {
  const evidence = evidenceOf(field)
  if (evidence === 'code' && isCode(text, names) && hide(text) === text) return text
  if (evidence === 'sentence') return redactSentence(hide(text), { names, pseudonyms })
  return placeholder(text, pseudonyms)
}

/** Larger ones may be a telephone or an account. */
const largestAmount = 999_999

function redactNumber(number: number, field: string): number {
  if (evidenceOf(field) === 'amount' && Math.abs(number) <= largestAmount) return number
  return Math.sign(number) * (Number.isInteger(number) ? 1 : 0.5)
}
