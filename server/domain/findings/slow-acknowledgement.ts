import type { Lint } from './finding.ts'
import { attemptsIn, evidence, isAcknowledged } from './select.ts'

const mostMs = 5_000

export const slowAcknowledgement: Lint = {
  code: 'slow-acknowledgement',
  severity: 'warning',
  sentence: {
    en: 'A callback was acknowledged only after more than 5 s; at 15 s it counts as failed, and comes again.',
    fr: 'Votre serveur a mis plus de 5 s à accepter un callback ; au bout de 15 s, c’est un échec, et le callback revient.',
  },
  fix: {
    en: 'Confirm, note the result, acknowledge; send e-mails and the like after that.',
    fr: 'Vérifiez, notez le résultat, répondez 2xx ; envoyez les e-mails et le reste ensuite.',
  },
  look: ({ entries }) =>
    attemptsIn(entries)
      .filter((attempt) => isAcknowledged(attempt) && attempt.durationMs > mostMs)
      .map((attempt) => evidence(attempt)),
}
