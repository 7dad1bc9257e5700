import { callbacksOf } from '../domain/callbacks-of.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Schedule } from '../domain/schedule.ts'
import { countPoll, countsPolls, isDueToSettle, settleByItself } from '../domain/settle-by-itself.ts'
import { isFinal, type Payment, type Pending, type Transaction, whilePending } from '../domain/transaction.ts'
import type { Journal } from './journal.ts'
import { paymentOf } from './payment-details.ts'
import type { Ids, Store } from './ports.ts'
import type { Worlds } from './worlds.ts'

/** The ways to a final status. */
export type Settling = {
  /** With a final status, in the same commit, goes the callback that tells it. */
  change<Next extends Transaction>(id: string, transition: (current: Transaction) => Next): Promise<Next>
  /** What is to happen to a transaction by itself has happened, if its time has come; who was faster wins. */
  bringUpToDate(transaction: Transaction): Promise<Transaction>
  /** A confirmation is made: brings up to date, and counts it where a scenario does. At once when neither is to be done. */
  poll(transaction: Transaction): Transaction | Promise<Transaction>
  /** Has a pending transaction go on in another way; what is due by that happens in the same commit. */
  stage(id: string, restage: (current: Pending, now: Date) => Transaction): Promise<Transaction>
}

type Options = {
  store: Store
  ids: Ids
  worlds: Worlds
  schedule: Schedule
  feesPercent?: number
  journal: Journal
  changed: (world: string) => void
}

export function createSettling({ store, ids, worlds, schedule, feesPercent, journal, changed }: Options): Settling {
  const change: Settling['change'] = async (id, transition) => {
    const next = await store.update(id, (current) => {
      const transaction = transition(current)
      const deliveries = isFinal(transaction) ? callbacksOf(transaction, { schedule, newId: ids.deliveryId }) : []
      return { transaction, deliveries }
    })
    if (isFinal(next)) {
      journal.write(next.world, { type: 'transaction', transactionId: next.id, status: next.status })
    } else {
      changed(next.world)
    }
    return next
  }

  const usualPayment = ({ staged, order }: Pending): Payment =>
    staged?.payment ?? paymentOf(order.amount, {}, feesPercent)

  function settleIfDue(current: Pending, now: Date): Transaction {
    return isDueToSettle(current, now) ? settleByItself(current, usualPayment(current)) : current
  }

  async function unlessFinal(transaction: Transaction, transition: (current: Pending, now: Date) => Transaction) {
    try {
      return await change<Transaction>(transaction.id, (current) =>
        transition(whilePending(current), worlds.now(current.world)),
      )
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return (await store.find(transaction.id)) ?? transaction
    }
  }

  return {
    change,
    async bringUpToDate(transaction) {
      if (isFinal(transaction) || !isDueToSettle(transaction, worlds.now(transaction.world))) return transaction
      return unlessFinal(transaction, settleIfDue)
    },
    poll(transaction) {
      if (isFinal(transaction)) return transaction
      const isPlain = transaction.staged === null || !countsPolls(transaction)
      if (isPlain && !isDueToSettle(transaction, worlds.now(transaction.world))) return transaction
      return unlessFinal(transaction, (current, now) => {
        const upToDate = settleIfDue(current, now)
        return isFinal(upToDate) ? upToDate : countPoll(upToDate, now)
      })
    },
    stage(id, restage) {
      return change<Transaction>(id, (current) => {
        const now = worlds.now(current.world)
        const restaged = restage(whilePending(current), now)
        return isFinal(restaged) ? restaged : settleIfDue(restaged, now)
      })
    },
  }
}
