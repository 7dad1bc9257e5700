import type { Lint } from './finding.ts'
import { evidence, ordersIn, settlementsIn } from './select.ts'

const windowMs = 15 * 60_000

/** Without custom data two customers may well have bought the same for the same price. */
export const orderPaidTwice: Lint = {
  code: 'order-paid-twice',
  severity: 'error',
  sentence: {
    en: 'Two payments with the same store, amount, description, items and custom data have both succeeded: a customer has paid twice.',
    fr: 'Deux paiements de la même boutique, du même montant, avec la même description, les mêmes articles et les mêmes données ont réussi : un client a payé deux fois.',
  },
  fix: {
    en: 'Keep the transaction of each order, and before you request another one confirm that the first has not succeeded.',
    fr: 'Gardez la transaction de chaque commande, et avant d’en demander une autre, vérifiez que la première n’a pas réussi.',
  },
  look({ entries }) {
    const paid = new Set(
      settlementsIn(entries)
        .filter(({ status }) => status === 'SUCCESS')
        .map(({ transactionId }) => transactionId),
    )
    const orders = ordersIn(entries).filter(
      ({ transactionId, order }) => order.isNamed && transactionId !== null && paid.has(transactionId),
    )
    return orders.flatMap((second, index) => {
      const first = orders
        .slice(0, index)
        .findLast(({ order, at }) => order.signature === second.order.signature && +second.at - +at <= windowMs)
      return first ? [{ ...evidence(first, second), transactionId: second.transactionId }] : []
    })
  },
}
