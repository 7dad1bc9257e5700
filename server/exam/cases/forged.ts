import { randomBytes } from 'node:crypto'
import type { Case } from '../exam.ts'
import { mustNotBelieve } from '../judge.ts'

const confirm =
  'Settle nothing by what a callback says: ask GET /transactions/confirm/{id} with your keys, and go by its status ' +
  '(in Node: client.confirmCallback(body)).'

/** Callbacks that Intram never sent, of payments that are still open. */
export const forged: Case[] = [
  {
    code: 'forged-unknown-id',
    title: 'a callback for an id that does not exist is not believed',
    fix: confirm,
    async play(stage) {
      const payment = await stage.pending()
      const id = randomBytes(12).toString('hex')
      const told = { ...(await stage.asIfPaid(payment)), id }
      const exchange = await stage.app.call('POST', payment.callbackUrl, stage.callbackOf(told))
      return mustNotBelieve(stage, id, exchange)
    },
  },
  {
    code: 'forged-foreign-id',
    title: 'a callback for the payment of another merchant is not believed',
    fix: `${confirm} Intram confirms to a merchant only what is its own; look the id up among your orders, too.`,
    async play(stage) {
      const payment = await stage.pending()
      const foreign = await stage.foreign()
      const exchange = await stage.app.call('POST', payment.callbackUrl, stage.callbackOf(foreign))
      return mustNotBelieve(stage, foreign.id, exchange)
    },
  },
  {
    code: 'forged-status',
    title: 'a callback that says SUCCESS of a pending payment is not believed',
    fix: confirm,
    async play(stage) {
      const payment = await stage.pending()
      const told = await stage.asIfPaid(payment)
      const exchange = await stage.app.call('POST', payment.callbackUrl, stage.callbackOf(told))
      return mustNotBelieve(stage, payment.id, exchange)
    },
  },
]

/** The same of payments that have ended in another way. */
export const forgedAfterEnd: Case[] = [
  {
    code: 'forged-after-failure',
    title: 'a callback that says SUCCESS of a payment that failed is not believed',
    fix: confirm,
    async play(stage) {
      const payment = await stage.pending()
      const told = await stage.asIfPaid(payment)
      await stage.settle(payment, 'fail')
      const exchange = await stage.app.call('POST', payment.callbackUrl, stage.callbackOf(told))
      return mustNotBelieve(stage, payment.id, exchange)
    },
  },
  {
    code: 'late-after-cancel',
    title: 'a callback that says SUCCESS long after the customer has cancelled is not believed',
    fix: confirm,
    async play(stage) {
      const payment = await stage.pending()
      const told = await stage.asIfPaid(payment)
      await stage.settle(payment, 'cancel')
      const exchange = await stage.app.call('POST', payment.callbackUrl, stage.callbackOf(told))
      return mustNotBelieve(stage, payment.id, exchange)
    },
  },
]
