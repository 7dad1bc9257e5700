import type { Case } from '../exam.ts'
import { mustNotBelieve, notObservable } from '../judge.ts'
import { whys } from '../whys.ts'

/** What anybody with a browser can do. */
export const visits: Case[] = [
  {
    code: 'callback-by-get',
    title: {
      en: 'opening the callback URL in a browser settles nothing',
      fr: 'ouvrir l’URL de callback dans un navigateur ne règle rien',
    },
    fix: {
      en: 'Take callbacks by POST only, and go by what /transactions/confirm/{id} says.',
      fr: 'N’acceptez les callbacks que par POST, et fiez-vous à ce que dit /transactions/confirm/{id}.',
    },
    async play(stage) {
      const payment = await stage.pending()
      const url = withResult(payment.callbackUrl, payment.id)
      return mustNotBelieve(stage, payment.id, () => stage.app.call('GET', url))
    },
  },
  {
    code: 'return-without-payment',
    title: {
      en: 'visiting the return page without having paid settles nothing',
      fr: 'visiter la page de retour sans avoir payé ne règle rien',
    },
    fix: {
      en:
        'The return page is a place for the customer: its query (token, STATUS, transaction_id) is typed by whoever likes. ' +
        'Ask /transactions/confirm/{id} before you show or settle anything.',
      fr:
        'La page de retour est faite pour le client : n’importe qui peut en écrire la requête (token, STATUS, ' +
        'transaction_id). Appelez /transactions/confirm/{id} avant de montrer ou de régler quoi que ce soit.',
    },
    async play(stage) {
      const payment = await stage.pending()
      if (payment.returnUrl === null) return notObservable(whys.noReturnUrl)
      if (!stage.app.isPart(payment.returnUrl)) return notObservable(whys.returnElsewhere(stage.app.origin))
      const url = withResult(payment.returnUrl, payment.id)
      return mustNotBelieve(stage, payment.id, () => stage.app.call('GET', url))
    },
  },
]

function withResult(target: string, id: string): string {
  const url = new URL(target)
  for (const [name, value] of Object.entries({ token: id, STATUS: 'SUCCESS', status: 'SUCCESS', transaction_id: id })) {
    url.searchParams.set(name, value)
  }
  return url.href
}
