import type { Lint } from './finding.ts'
import { isPublicHttp } from './public-http.ts'
import { evidence, ordersIn } from './select.ts'

export const callbackOverHttp: Lint = {
  code: 'callback-over-http',
  severity: 'warning',
  sentence: {
    en: 'The callback_url is plain http to a public host: whoever is on the way reads what your customers pay.',
    fr: 'L’URL callback_url est en http vers un hôte public : quiconque se trouve sur le trajet peut lire ce que paient vos clients.',
  },
  fix: {
    en: 'Serve the callback over https.',
    fr: 'Servez le callback en https.',
  },
  look: ({ entries }) =>
    ordersIn(entries)
      .filter(
        ({ transactionId, order }) =>
          transactionId !== null && order.callbackUrl !== null && isPublicHttp(order.callbackUrl),
      )
      .map((request) => evidence(request)),
}
