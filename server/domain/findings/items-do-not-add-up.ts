import type { Lint, SeenOrder } from './finding.ts'
import { evidence, ordersIn } from './select.ts'

/** Sums of fractions are not exact. */
const least = 1e-6

export const itemsDoNotAddUp: Lint = {
  code: 'items-do-not-add-up',
  severity: 'warning',
  sentence: {
    en: 'Items and taxes do not add up to the amount, and Intram charges the amount.',
    fr: 'Le total des articles et des taxes n’est pas le montant, et c’est le montant qu’Intram prélève.',
  },
  fix: {
    en: 'Compute invoice.amount from the same items and taxes that you send (discounts and delivery are items, too).',
    fr: 'Calculez invoice.amount à partir des articles et des taxes envoyés (les remises et la livraison sont aussi des articles).',
  },
  look: ({ entries }) =>
    ordersIn(entries)
      .filter(({ transactionId, order }) => transactionId !== null && isAnother(order))
      .map((request) => evidence(request)),
}

function isAnother({ shown, amount }: SeenOrder): boolean {
  return shown !== null && Math.abs(shown.sum - amount) > shown.within + least
}
