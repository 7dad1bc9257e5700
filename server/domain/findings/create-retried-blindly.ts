import type { Lint } from './finding.ts'
import { evidence, ordersIn } from './select.ts'

/** Longer than HTTP clients wait before they try again; a customer who begins again takes longer. */
const windowMs = 10_000

/** Where the answer is lost, the payment may exist: a refusal (4xx) leaves no such doubt. */
export const createRetriedBlindly: Lint = {
  code: 'create-retried-blindly',
  severity: 'warning',
  sentence: {
    en: 'A payment whose answer was lost or a server error was requested again at once: both may exist.',
    fr: 'Un paiement dont la réponse s’est perdue, ou était une erreur du serveur, a été redemandé aussitôt : les deux paiements existent peut-être.',
  },
  fix: {
    en: 'Do not repeat the POST by itself (switch off your HTTP client’s retries for it); let the customer begin again, and show one payment page only.',
    fr: 'Ne répétez pas le POST automatiquement (désactivez les nouveaux essais automatiques de votre client HTTP) ; laissez le client recommencer, et ne montrez qu’une seule page de paiement.',
  },
  look({ entries }) {
    const orders = ordersIn(entries)
    return orders.flatMap((again, index) => {
      const before = orders
        .slice(0, index)
        .findLast(({ order, at }) => order.sent === again.order.sent && begunAt(again) - at.getTime() <= windowMs)
      const isUncertain = before && (before.dropped !== null || before.status >= 500)
      return isUncertain ? [{ ...evidence(before, again), transactionId: again.transactionId }] : []
    })
  },
}

/** Entries are made when a request ends. */
function begunAt({ at, durationMs }: { at: Date; durationMs: number }): number {
  return at.getTime() - durationMs
}
