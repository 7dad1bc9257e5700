import type { Lint } from './finding.ts'
import { attemptsIn, confirmationsIn, evidence, isAcknowledged, patienceMs, settlementsIn } from './select.ts'

/** Who acknowledged a callback was told; whether it was right to believe that is another finding. */
export const finalStatusNeverRead: Lint = {
  code: 'final-status-never-read',
  severity: 'warning',
  sentence: {
    en: 'A customer has paid, and your application has neither confirmed the transaction nor acknowledged a callback.',
    fr: 'Un client a payé, et votre application n’a ni vérifié la transaction ni accepté de callback.',
  },
  fix: {
    en: 'Confirm the transaction when its callback or the customer comes, and now and then while an order is open: customers close tabs.',
    fr: 'Vérifiez la transaction à l’arrivée de son callback, au retour du client, et de temps en temps tant que la commande est ouverte : certains clients ferment l’onglet.',
  },
  look({ entries, now }) {
    const told = new Set(
      attemptsIn(entries)
        .filter(isAcknowledged)
        .map(({ transactionId }) => transactionId),
    )
    return settlementsIn(entries)
      .filter(({ status, at, transactionId, seq }) => {
        if (status !== 'SUCCESS' || told.has(transactionId)) return false
        if (now.getTime() < at.getTime() + patienceMs) return false
        return !confirmationsIn(entries, transactionId).some((confirmation) => confirmation.seq > seq)
      })
      .map((settled) => evidence(settled))
  },
}
