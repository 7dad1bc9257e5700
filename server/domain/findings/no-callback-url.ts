import type { Lint } from './finding.ts'
import { evidence, ordersIn } from './select.ts'

export const noCallbackUrl: Lint = {
  code: 'no-callback-url',
  severity: 'warning',
  sentence: {
    en: 'A payment was requested without callback_url: nobody tells your server when the customer closes the tab.',
    fr: 'Un paiement a été demandé sans callback_url : si le client ferme l’onglet, personne ne prévient votre serveur.',
  },
  fix: {
    en: 'Send actions.callback_url, and confirm the transaction when it is called.',
    fr: 'Envoyez actions.callback_url, et vérifiez la transaction quand cette URL est appelée.',
  },
  look: ({ entries }) =>
    ordersIn(entries)
      .filter(({ transactionId, order }) => transactionId !== null && order.callbackUrl === null)
      .map((request) => evidence(request)),
}
