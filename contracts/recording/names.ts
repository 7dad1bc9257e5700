import { vocabulary } from './vocabulary.ts'

/** The words of texts that are not evidence: wherever one stands, it may be somebody's name. */
export type Names = { learn(text: string): void; has(word: string): boolean }

/** Words that the requests hold are no secret: this project made them up. */
export function createNames(requests: string): Names {
  const own = new Set(wordsOf(requests))
  const known = new Set<string>()
  return {
    learn(text) {
      for (const word of wordsOf(text)) if (!own.has(word)) known.add(word)
    },
    has: (word) => !vocabulary.has(word) && known.has(word.toLowerCase()),
  }
}

/** Of at least three letters: the language needs the others. */
function wordsOf(text: string): string[] {
  return (text.match(/\p{L}{3,}/gu) ?? []).map((word) => word.toLowerCase())
}
