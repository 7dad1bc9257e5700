import type { Lint } from './finding.ts'
import { evidence, ordersIn } from './select.ts'

export const amountAsText: Lint = {
  code: 'amount-as-text',
  severity: 'note',
  sentence: {
    en: 'An amount was sent as text, which not every Intram interface takes.',
    fr: 'Un montant a été envoyé sous forme de texte, ce que les interfaces d’Intram n’acceptent pas toutes.',
  },
  fix: {
    en: 'Send invoice.amount as a whole number: 13600, not "13600.00".',
    fr: 'Envoyez un nombre entier dans invoice.amount : 13600, et non "13600.00".',
  },
  look: ({ entries }) =>
    ordersIn(entries)
      .filter(({ transactionId, order }) => transactionId !== null && order.amountAsText)
      .map((request) => evidence(request)),
}
