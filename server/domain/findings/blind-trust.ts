import type { Lint } from './finding.ts'
import { attemptsIn, confirmationsIn, evidence, isAcknowledged, patienceMs, settlementsIn } from './select.ts'

/**
 * Confirming before acknowledging is the good way; whoever read the final status by polling knows it, too. Where the end is
 * not in the journal any more, a confirmation may have gone with it: nothing is said of that transaction.
 */
export const blindTrust: Lint = {
  code: 'blind-trust',
  severity: 'error',
  sentence: {
    en: 'A callback was acknowledged, and its transaction was not confirmed: anybody can send such a callback.',
    fr: 'Votre serveur a accepté un callback sans vérifier sa transaction : n’importe qui peut envoyer un tel callback.',
  },
  fix: {
    en: 'On each callback call /transactions/confirm/{id}, believe only its status and amount, and acknowledge after that.',
    fr: 'À chaque callback, appelez /transactions/confirm/{id}, ne croyez que son statut et son montant, et répondez ensuite.',
  },
  look({ entries, now }) {
    const settled = new Map(settlementsIn(entries).map((entry) => [entry.transactionId, entry]))
    const judged = new Set<string>()
    return attemptsIn(entries).flatMap((attempt) => {
      const { transactionId, at, durationMs } = attempt
      const end = settled.get(transactionId)
      if (!end || !isAcknowledged(attempt) || judged.has(transactionId)) return []
      if (now.getTime() < at.getTime() + patienceMs) return []
      judged.add(transactionId)
      const start = at.getTime() - durationMs
      const isChecked = confirmationsIn(entries, transactionId).some((confirmation) => {
        const isInTime = confirmation.at.getTime() <= at.getTime() + patienceMs
        return isInTime && (confirmation.at.getTime() >= start || confirmation.seq > end.seq)
      })
      return isChecked ? [] : [evidence(end, attempt)]
    })
  },
}
