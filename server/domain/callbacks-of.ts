import { createDelivery, type Delivery } from './delivery.ts'
import type { Schedule } from './schedule.ts'
import type { Final } from './transaction.ts'

type Options = { schedule: Schedule; newId: () => string }

/** How much a callback with a wrong amount tells too much, in XOF. */
const excess = 1000

/** The callbacks that a final transaction causes: one, if the merchant wants any, unless its scenario says otherwise. */
export function callbacksOf(settled: Final, { schedule, newId }: Options): Delivery[] {
  const url = settled.order.actions.callbackUrl
  const twist = settled.staged?.scenario.callback
  if (url === null || twist?.kind === 'no-callback') return []
  const told = twist?.kind === 'wrong-amount-callback' ? withWrongAmount(settled) : settled
  const lateMs = twist && 'afterMs' in twist ? twist.afterMs : 0
  const again = twist?.kind === 'duplicate-callback'
  return [createDelivery({ id: newId(), told, url, at: settled.settledAt, schedule, lateMs, ...(again && { again }) })]
}

function withWrongAmount(told: Final): Final {
  const { amount } = told.order
  const wrong = Number.isSafeInteger(amount + excess) ? amount + excess : amount - excess
  return { ...told, order: { ...told.order, amount: wrong } }
}
