import { mask } from './mask.ts'
import type { Names } from './names.ts'
import { isPlain } from './plain-words.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { vocabulary } from './vocabulary.ts'

type Known = { names: Names; pseudonyms: Pseudonyms }

// Whatever is neither space nor punctuation: in ⓐ or in an invisible sign a name could hide.
const word = /[^\s\p{P}$+<=>^`|~]+/gu

/** A sentence of which only words stay that are known to be nobody's name. Who is spoken of may be anybody. */
export function redactSentence(text: string, { names, pseudonyms }: Known): string {
  let isFirst = true
  return text.replaceAll(/\S+/g, (chunk) => {
    const redacted = /@|:\/\//.test(chunk) ? mask(chunk) : chunk.replaceAll(word, redactWord)
    // Not after M. or Mme.
    isFirst = redacted === chunk && /\p{L}{3}[.!?]$/u.test(chunk)
    return redacted
  })

  function redactWord(run: string, within: number): string {
    if (vocabulary.has(run)) return run
    const isCapitalized = /\p{Lu}/u.test(run.slice(isFirst && within === 0 ? 1 : 0))
    return isPlain(run) && !isCapitalized && !names.has(run) ? run : (pseudonyms.of(run) ?? mask(run))
  }
}

/** `PENDING`, `moov-benin`, `paidAt`: words that are known to be nobody's name, or two letters for a country. */
export function isCode(text: string, names: Names): boolean {
  if (!/^[A-Za-z_][A-Za-z_-]{0,31}$/.test(text)) return false
  return text
    .split(/[_-]+|(?<=[a-z])(?=[A-Z])/)
    .filter((part) => part !== '' && !vocabulary.has(part))
    .every((part) => (isPlain(part) || /^[A-Z]{2}$/.test(part)) && !names.has(part))
}
