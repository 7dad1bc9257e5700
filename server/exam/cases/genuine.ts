import type { Final } from '../../domain/transaction.ts'
import type { Case, Payment, Stage } from '../exam.ts'
import { failed, mustBelieveOnce, whyBroken } from '../judge.ts'

const once =
  'A callback may come more than once, and at the same time: settle the order in one atomic step that only works while ' +
  'it is unpaid (UPDATE … WHERE status = pending), and answer 2xx to the rest.'

/** What Intram does send, as networks deliver it. Here the application has to believe. */
export const genuine: Case[] = [
  {
    code: 'true-callback',
    title: 'a true payment is believed',
    fix: 'Confirm the payment when its callback comes, settle the order when the status is SUCCESS, and answer 2xx.',
    async play(stage) {
      const { id } = await stage.paid()
      return mustBelieveOnce(stage, id)
    },
  },
  {
    code: 'callback-twice',
    title: 'a true callback that comes again settles once',
    fix: once,
    play: (stage) => repeat(stage, 1),
  },
  {
    code: 'callback-ten-at-once',
    title: 'a true callback that comes ten times at once settles once',
    fix: once,
    play: (stage) => repeat(stage, 10),
  },
  {
    code: 'out-of-order',
    title: 'an older callback that says FAIL after the payment has succeeded changes nothing',
    fix: 'A final status never changes: go by what /transactions/confirm/{id} says now, not by the order of arrival.',
    async play(stage) {
      const payment = await stage.paid()
      const { settledAt, ...paid } = (await payment.look()) as Final
      const stale: Final = { ...paid, status: 'FAIL', settledAt: new Date(settledAt.getTime() - 60_000) }
      const exchange = await stage.app.call('POST', payment.callbackUrl, stage.callbackOf(stale))
      const why = whyBroken(exchange)
      return why ? failed(why) : mustBelieveOnce(stage, payment.id)
    },
  },
  {
    code: 'wrong-amount',
    title: 'of a paid payment whose callback tells a wrong amount the confirmed amount counts',
    fix: 'Compare the amount that /transactions/confirm/{id} gives with the order; ignore the one in the callback.',
    async play(stage) {
      const payment = await stage.pending()
      await stage.settle(payment, 'pay-quietly')
      const paid = (await payment.look()) as Final
      const lie: Final = { ...paid, order: { ...paid.order, amount: 1 } }
      await stage.app.call('POST', payment.callbackUrl, stage.callbackOf(lie))
      const exchange = await stage.app.call('POST', payment.callbackUrl, stage.callbackOf(paid))
      const why = whyBroken(exchange)
      return why ? failed(why) : mustBelieveOnce(stage, payment.id)
    },
  },
]

async function repeat(stage: Stage, times: number) {
  const payment: Payment = await stage.paid()
  const callback = stage.callbackOf((await payment.look()) as Final)
  const calls = Array.from({ length: times }, () => stage.app.call('POST', payment.callbackUrl, callback))
  const why = (await Promise.all(calls)).map(whyBroken).find((reason) => reason !== undefined)
  return why ? failed(why) : mustBelieveOnce(stage, payment.id)
}
