import { vocabulary } from './vocabulary.ts'

/** The words of texts that are not evidence: wherever one stands, it may be somebody's name. */
export type Names = { readonly count: number; learn(words: readonly string[]): void; has(word: string): boolean }

/** Words that the requests hold are no secret: this project made them up. */
export function createNames(requests: string): Names {
  const own = new Set(wordsOf(requests))
  const known = new Set<string>()
  return {
    get count() {
      return known.size
    },
    learn(words) {
      for (const word of words) if (!own.has(word)) known.add(word)
    },
    has: (word) => !vocabulary.has(word) && known.has(spelt(word)),
  }
}

/** Of at least three letters: the language needs the others. */
export function wordsOf(text: string): string[] {
  return spelt(text).match(/[\p{L}\p{M}]{3,}/gu) ?? []
}

/** An é is one character or two, and capital or not: the same name. */
const spelt = (text: string) => text.toLowerCase().normalize('NFC')
