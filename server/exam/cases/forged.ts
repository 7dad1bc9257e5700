import { randomBytes } from 'node:crypto'
import type { Text } from '../../domain/findings/finding.ts'
import type { Final } from '../../domain/transaction.ts'
import type { Case, Payment, Stage } from '../exam.ts'
import { fixes } from '../fixes.ts'
import { mustNotBelieve } from '../judge.ts'

/** Callbacks that Intram never sent, of payments that are still open. */
export const forged: Case[] = [
  lie(
    'forged-unknown-id',
    {
      en: 'a callback for an id that does not exist is not believed',
      fr: 'un callback pour un identifiant qui n’existe pas n’est pas cru',
    },
    async (stage, payment) => ({
      ...(await stage.asIfPaid(payment)),
      id: randomBytes(12).toString('hex'),
    }),
  ),
  lie(
    'forged-foreign-id',
    {
      en: 'a callback for the payment of another merchant is not believed',
      fr: 'un callback pour le paiement d’un autre marchand n’est pas cru',
    },
    (stage) => stage.foreign(),
  ),
  lie(
    'forged-status',
    {
      en: 'a callback that says SUCCESS of a pending payment is not believed',
      fr: 'un callback qui dit SUCCESS d’un paiement en attente n’est pas cru',
    },
    (stage, payment) => stage.asIfPaid(payment),
  ),
]

/** The same of payments that have ended in another way. */
export const forgedAfterEnd: Case[] = [
  lie(
    'forged-after-failure',
    {
      en: 'a callback that says SUCCESS of a payment that failed is not believed',
      fr: 'un callback qui dit SUCCESS d’un paiement échoué n’est pas cru',
    },
    async (stage, payment) => {
      const told = await stage.asIfPaid(payment)
      await stage.settle(payment, 'fail')
      return told
    },
  ),
  lie(
    'late-after-cancel',
    {
      en: 'a callback that says SUCCESS long after the customer has cancelled is not believed',
      fr: 'un callback qui dit SUCCESS longtemps après l’annulation par le client n’est pas cru',
    },
    async (stage, payment) => {
      const told = await stage.asIfPaid(payment)
      await stage.settle(payment, 'cancel')
      await stage.wait(payment, longMs)
      return told
    },
  ),
]

/** Shorter than the payments of the exam live. */
const longMs = 12 * 60 * 60_000

/** A callback with a lie in it. */
function lie(code: string, title: Text, invent: (stage: Stage, payment: Payment) => Promise<Final>): Case {
  return {
    code,
    title,
    fix: fixes.confirm,
    async play(stage) {
      const payment = await stage.pending()
      const told = await invent(stage, payment)
      // Whether that can be asked of an id that the application does not know shows before it is lied to.
      if (told.id !== payment.id) await stage.belief(told.id)
      const callback = stage.callbackOf(told)
      return mustNotBelieve(stage, told.id, () => stage.app.call('POST', payment.callbackUrl, callback))
    },
  }
}
