import { fullFormats } from 'ajv-formats/dist/formats.js'
import { addressWords } from './address-words.ts'
import { mask } from './mask.ts'
import { wordsOf } from './names.ts'
import type { Pseudonyms } from './pseudonyms.ts'

const isUri = fullFormats.uri as (text: string) => boolean
const isDateTime = (text: string) => (fullFormats['date-time'] as { validate: typeof isUri }).validate(text)

/** Something of the same kind and shape that says nothing: what openapi.yaml holds of a text, it holds of this. */
export function placeholder(text: string, pseudonyms: Pseudonyms): string {
  const made = pseudonyms.of(text) ?? pictureOf(text) ?? instantOf(text) ?? urlOf(text, pseudonyms) ?? mask(text)
  if (isUri(made) === isUri(text)) return made
  // A space is in no URI.
  return isUri(text) ? 'urn:x' : `${made} `
}

/** The words that a placeholder hides, and that may be somebody's name. */
export function hiddenWords(text: string, pseudonyms: Pseudonyms): string[] {
  if (pseudonyms.of(text) ?? pictureOf(text) ?? instantOf(text)) return []
  if (!isUri(text)) return wordsOf(text)
  const withoutIds = text.replaceAll(/[A-Za-z0-9]+/g, (run) => (pseudonyms.of(run) ? '' : run))
  return wordsOf(withoutIds.replaceAll(/(%[0-9A-Fa-f]{2})+/g, decoded)).filter((word) => !addressWords.has(word))
}

function decoded(bytes: string): string {
  try {
    return decodeURIComponent(bytes)
  } catch {
    return ' '
  }
}

const pngSignature = 'iVBORw0KGgo'

function pictureOf(text: string): string | undefined {
  const [head] = /^data:image\/(png|jpeg|gif|webp|svg\+xml);base64,/.exec(text) ?? []
  return head && head + (text.startsWith(pngSignature, head.length) ? `${pngSignature}=` : '')
}

function instantOf(text: string): string | undefined {
  return isDateTime(text) ? `2000-01-01${text.slice(10).replaceAll(/\d/g, '0')}` : undefined
}

function urlOf(text: string, pseudonyms: Pseudonyms): string | undefined {
  const [, scheme, rest = ''] = /^(https?:\/\/)[^/?#]+(.*)$/s.exec(text) ?? []
  if (scheme === undefined) return undefined
  const path = rest
    .replaceAll(/%[0-9A-Fa-f]{2}/g, '%00')
    .replaceAll(/[A-Za-z0-9]+|[^\p{ASCII}]+/gu, (run) => pseudonyms.of(run) ?? mask(run))
  return `${scheme}host.example${path}`
}
