import type { Lint } from './finding.ts'
import { attemptsIn, evidence, isAcknowledged } from './select.ts'

const mostMs = 5_000

export const slowAcknowledgement: Lint = {
  code: 'slow-acknowledgement',
  severity: 'warning',
  sentence: {
    en: 'A callback was acknowledged only after more than 5 s; at 15 s it counts as failed, and comes again.',
    fr: 'Un callback n’a été acquitté qu’après plus de 5 s ; à 15 s il compte comme échoué, et revient.',
  },
  fix: {
    en: 'Confirm, note the result, acknowledge; send e-mails and the like after that.',
    fr: 'Confirmez, notez le résultat, acquittez ; envoyez courriels et autres ensuite.',
  },
  look: ({ entries }) =>
    attemptsIn(entries)
      .filter((attempt) => isAcknowledged(attempt) && attempt.durationMs > mostMs)
      .map((attempt) => evidence(attempt)),
}
