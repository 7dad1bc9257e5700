import type { Lint } from './finding.ts'
import { confirmationsIn, evidence, ordersIn, settlementsIn } from './select.ts'

const leastMs = 1_000
const inARow = 3

/** Only while the payment is pending, and three: a customer who comes back while a job looks makes two. */
export const pollingTooFast: Lint = {
  code: 'polling-too-fast',
  severity: 'warning',
  sentence: {
    en: 'A pending transaction was confirmed several times in a row within less than a second of each other.',
    fr: 'Une transaction en attente a été vérifiée plusieurs fois de suite à moins d’une seconde d’intervalle.',
  },
  fix: {
    en: 'Wait at least a second between two confirmations, better two, and let callback_url tell you the end.',
    fr: 'Laissez au moins une seconde entre deux vérifications, de préférence deux, et laissez le callback annoncer la fin.',
  },
  look({ entries }) {
    const ends = new Map(settlementsIn(entries).map(({ transactionId, seq }) => [transactionId, seq]))
    // Of others the end may have been before the oldest entry: they need not be pending.
    const begun = ordersIn(entries).map(({ transactionId }) => transactionId)
    const known = new Set([...begun, ...ends.keys()].filter((id) => id !== null))
    return [...known].flatMap((id) => {
      const end = ends.get(id) ?? Number.POSITIVE_INFINITY
      const polls = confirmationsIn(entries, id).filter(({ seq }) => seq < end)
      const first = polls.findIndex((_, index) => isHurried(polls.slice(index, index + inARow)))
      return first === -1 ? [] : [evidence(...polls.slice(first, first + inARow))]
    })
  },
}

function isHurried(polls: { at: Date }[]): boolean {
  return polls.length === inARow && polls.every(({ at }, n) => n === 0 || +at - +(polls[n - 1]?.at ?? at) < leastMs)
}
