import type { Final } from '../../domain/transaction.ts'
import type { Case, Payment, Stage } from '../exam.ts'
import { fixes } from '../fixes.ts'
import { failed, mustBelieve, whyBroken } from '../judge.ts'

/** The positive control: who believes nothing passes no exam. It shows, too, how long believing takes. */
export const truth: Case = {
  code: 'true-callback',
  title: { en: 'a true payment is believed', fr: 'un vrai paiement est cru' },
  fix: {
    en: 'Confirm the payment when its callback comes, settle the order when the status is SUCCESS, and answer 2xx.',
    fr: 'Confirmez le paiement quand vient son callback, réglez la commande si le statut est SUCCESS, et répondez 2xx.',
  },
  async play(stage) {
    const { id } = await stage.paid()
    return mustBelieve(stage, id, 'asking')
  },
}

/** What Intram does send, as networks deliver it. Here the application has to believe. */
export const genuine: Case[] = [
  {
    code: 'callback-twice',
    title: {
      en: 'a true callback that comes again settles once',
      fr: 'un vrai callback qui revient ne règle la commande qu’une fois',
    },
    fix: fixes.once,
    play: async (stage) => repeat(stage, await stage.paid(), 1),
  },
  {
    code: 'callback-ten-at-once',
    title: {
      en: 'a true callback that comes ten times at once settles once',
      fr: 'un vrai callback qui arrive dix fois en même temps ne règle la commande qu’une fois',
    },
    fix: fixes.once,
    async play(stage) {
      const payment = await stage.pending()
      // The first is one of the ten: whoever has settled the order before has no race to lose.
      await stage.settle(payment, 'pay-quietly')
      return repeat(stage, payment, 10)
    },
  },
  {
    code: 'out-of-order',
    title: {
      en: 'an older callback that says FAIL after the payment has succeeded changes nothing',
      fr: 'un callback plus ancien qui dit FAIL après la réussite du paiement ne change rien',
    },
    fix: {
      en: 'A final status never changes: go by what /transactions/confirm/{id} says now, not by the order of arrival.',
      fr: 'Un statut final ne change plus : fiez-vous à ce que /transactions/confirm/{id} dit maintenant, non à l’ordre d’arrivée.',
    },
    async play(stage) {
      const payment = await stage.paid()
      const { settledAt, ...paid } = (await payment.look()) as Final
      const stale: Final = { ...paid, status: 'FAIL', settledAt: new Date(settledAt.getTime() - 60_000) }
      const exchange = await stage.app.call('POST', payment.callbackUrl, stage.callbackOf(stale))
      const why = whyBroken(exchange)
      return why ? failed(why) : mustBelieve(stage, payment.id)
    },
  },
  {
    code: 'wrong-amount',
    title: {
      en: 'of a paid payment whose callback tells a wrong amount the confirmed amount counts',
      fr: 'quand le callback d’un vrai paiement annonce un faux montant, c’est le montant confirmé qui compte',
    },
    fix: {
      en: 'Compare the amount that /transactions/confirm/{id} gives with the order; ignore the one in the callback.',
      fr: 'Comparez à la commande le montant que donne /transactions/confirm/{id} ; ignorez celui du callback.',
    },
    async play(stage) {
      const payment = await stage.pending()
      await stage.settle(payment, 'pay-quietly')
      const paid = (await payment.look()) as Final
      const lie: Final = { ...paid, order: { ...paid.order, amount: 1 } }
      await stage.app.call('POST', payment.callbackUrl, stage.callbackOf(lie))
      const exchange = await stage.app.call('POST', payment.callbackUrl, stage.callbackOf(paid))
      const why = whyBroken(exchange)
      return why ? failed(why) : mustBelieve(stage, payment.id)
    },
  },
]

async function repeat(stage: Stage, payment: Payment, times: number) {
  const callback = stage.callbackOf((await payment.look()) as Final)
  const calls = Array.from({ length: times }, () => stage.app.call('POST', payment.callbackUrl, callback))
  const why = (await Promise.all(calls)).map(whyBroken).find((reason) => reason !== undefined)
  return why ? failed(why) : mustBelieve(stage, payment.id, 'number')
}
