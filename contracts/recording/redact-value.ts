import { follow, type Schema } from '../document.ts'
import { fieldName, type Path, partOf } from '../field.ts'
import type { Hide } from '../redact.ts'
import { evidenceOf } from './evidence.ts'
import { mask } from './mask.ts'
import type { Names } from './names.ts'
import { hiddenWords, placeholder } from './placeholder.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { isCode, redactSentence } from './sentence.ts'

/** What the whole recording taught, without which one answer cannot be redacted. It learns the names that it hides. */
export type Known = { hide: Hide; names: Names; pseudonyms: Pseudonyms }

/** The same answer about nobody: every type, and the values that are evidence. */
export function redactValue(value: unknown, schema: Schema, known: Known, path: Path = []): unknown {
  if (typeof value === 'string') return redactText(value, fieldName(path), known)
  if (typeof value === 'number') return redactNumber(value, fieldName(path))
  if (typeof value !== 'object' || value === null) return value
  const at = follow(schema)
  const redactPart = (name: string, part: unknown) =>
    // The merchant's own data is that at any depth.
    redactValue(part, at.additionalProperties === true ? at : partOf(at, name), known, [...path, name])
  if (Array.isArray(value)) return value.map((part, i) => redactPart(String(i), part))
  const redacted = Object.entries(value).map(([name, part]) => [redactName(name, at, known), redactPart(name, part)])
  return Object.fromEntries(redacted)
}

/** A name that openapi.yaml lacks is evidence, unless it is data: a telephone, a key, or somebody. */
function redactName(
  name: string,
  { properties, additionalProperties }: Schema,
  { hide, names, pseudonyms }: Known,
): string {
  if (properties && Object.hasOwn(properties, name)) return name
  const isField = additionalProperties !== true && isCode(name, names) && hide(name) === name
  if (isField) return name
  names.learn(hiddenWords(name, pseudonyms))
  return mask(name)
}

function redactText(text: string, field: string, { hide, names, pseudonyms }: Known): string {
  const evidence = evidenceOf(field)
  if (evidence === 'code' && isCode(text, names) && hide(text) === text) return text
  if (evidence === 'sentence') return redactSentence(hide(text), { names, pseudonyms })
  names.learn(hiddenWords(text, pseudonyms))
  return placeholder(text, pseudonyms)
}

/** Larger ones may be a telephone or an account. */
const largestAmount = 999_999

function redactNumber(number: number, field: string): number {
  if (evidenceOf(field) === 'amount' && Math.abs(number) <= largestAmount) return number
  return Math.sign(number) * (Number.isInteger(number) ? 1 : 0.5)
}
