import { mask } from './mask.ts'
import type { Names } from './names.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { vocabulary } from './vocabulary.ts'

type Known = { names: Names; pseudonyms: Pseudonyms }

const longestWord = 20

/** A sentence in its own words, without addresses, numbers, names, or what could be one. */
export function redactSentence(text: string, { names, pseudonyms }: Known): string {
  const start = text.search(/\S/)
  return text.replaceAll(/\S+/g, (chunk, at: number) => {
    if (/@|:\/\//.test(chunk)) return mask(chunk)
    return chunk.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (run, within: number) => {
      const isCapitalized = /\p{Lu}/u.test(run.slice(at + within === start ? 1 : 0))
      if (vocabulary.has(run)) return run
      const isSuspect = isCapitalized || /\p{N}/u.test(run) || run.length > longestWord || names.has(run)
      return isSuspect ? (pseudonyms.of(run) ?? mask(run)) : run
    })
  })
}

/** `PENDING`, `moov-benin`: one word or two, without a digit, and nobody's name. */
export function isCode(text: string, names: Names): boolean {
  return /^[A-Za-z_][A-Za-z_-]{0,31}$/.test(text) && !text.split(/[_-]/).some((word) => names.has(word))
}
