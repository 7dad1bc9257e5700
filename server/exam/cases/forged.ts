import { randomBytes } from 'node:crypto'
import type { Final } from '../../domain/transaction.ts'
import type { Case, Payment, Stage } from '../exam.ts'
import { mustNotBelieve } from '../judge.ts'

const confirm =
  'Settle nothing by what a callback says: ask GET /transactions/confirm/{id} with your keys, and go by its status ' +
  '(in Node: client.confirmCallback(body)).'

/** Callbacks that Intram never sent, of payments that are still open. */
export const forged: Case[] = [
  lie('forged-unknown-id', 'a callback for an id that does not exist is not believed', async (stage, payment) => ({
    ...(await stage.asIfPaid(payment)),
    id: randomBytes(12).toString('hex'),
  })),
  lie('forged-foreign-id', 'a callback for the payment of another merchant is not believed', (stage) =>
    stage.foreign(),
  ),
  lie('forged-status', 'a callback that says SUCCESS of a pending payment is not believed', (stage, payment) =>
    stage.asIfPaid(payment),
  ),
]

/** The same of payments that have ended in another way. */
export const forgedAfterEnd: Case[] = [
  lie(
    'forged-after-failure',
    'a callback that says SUCCESS of a payment that failed is not believed',
    async (stage, payment) => {
      const told = await stage.asIfPaid(payment)
      await stage.settle(payment, 'fail')
      return told
    },
  ),
  lie(
    'late-after-cancel',
    'a callback that says SUCCESS long after the customer has cancelled is not believed',
    async (stage, payment) => {
      const told = await stage.asIfPaid(payment)
      await stage.settle(payment, 'cancel')
      return told
    },
  ),
]

/** A callback with a lie in it. */
function lie(code: string, title: string, invent: (stage: Stage, payment: Payment) => Promise<Final>): Case {
  return {
    code,
    title,
    fix: confirm,
    async play(stage) {
      const payment = await stage.pending()
      const told = await invent(stage, payment)
      const exchange = await stage.app.call('POST', payment.callbackUrl, stage.callbackOf(told))
      return mustNotBelieve(stage, told.id, exchange)
    },
  }
}
