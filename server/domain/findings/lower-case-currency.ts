import type { Lint } from './finding.ts'
import { evidence, ordersIn } from './select.ts'

export const lowerCaseCurrency: Lint = {
  code: 'lower-case-currency',
  severity: 'note',
  sentence: {
    en: 'The currency was sent in lower case.',
    fr: 'La devise a été envoyée en minuscules.',
  },
  fix: {
    en: 'Send "XOF", as Intram documents it.',
    fr: 'Envoyez "XOF", comme Intram le documente.',
  },
  look: ({ entries }) =>
    ordersIn(entries)
      .filter(({ transactionId, order }) => transactionId !== null && order.currency !== order.currency.toUpperCase())
      .map((request) => evidence(request)),
}
