import type { Case } from '../exam.ts'
import { mustNotBelieve, notObservable } from '../judge.ts'

/** What anybody with a browser can do. */
export const visits: Case[] = [
  {
    code: 'callback-by-get',
    title: 'opening the callback URL in a browser settles nothing',
    fix: 'Take callbacks by POST only, and go by what /transactions/confirm/{id} says.',
    async play(stage) {
      const payment = await stage.pending()
      const exchange = await stage.app.call('GET', withResult(payment.callbackUrl, payment.id))
      return mustNotBelieve(stage, payment.id, exchange)
    },
  },
  {
    code: 'return-without-payment',
    title: 'visiting the return page without having paid settles nothing',
    fix:
      'The return page is a place for the customer: its query (token, STATUS, transaction_id) is typed by whoever likes. ' +
      'Ask /transactions/confirm/{id} before you show or settle anything.',
    async play(stage) {
      const payment = await stage.pending()
      if (payment.returnUrl === null) return notObservable('the payment has no return_url')
      const exchange = await stage.app.call('GET', withResult(payment.returnUrl, payment.id))
      return mustNotBelieve(stage, payment.id, exchange)
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
