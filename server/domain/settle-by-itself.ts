import {
  cancel,
  expire,
  type Final,
  fail,
  type Payment,
  type Pending,
  pay,
  type Transaction,
  whilePending,
} from './transaction.ts'

/** When a pending transaction ends by itself; never, for one that is to stay pending. */
export function dueAt({ expiresAt, staged }: Pending): Date | null {
  const settlement = staged?.scenario.settlement
  if (!settlement || settlement.ending === 'expire' || settlement.afterPolls > 0) return expiresAt
  if (settlement.ending === 'never-settles') return null
  const at = staged.since.getTime() + settlement.afterMs
  return at < expiresAt.getTime() ? new Date(at) : expiresAt
}

export function isDueToSettle(transaction: Pending, now: Date): boolean {
  const at = dueAt(transaction)
  return at !== null && at.getTime() <= now.getTime()
}

/** What a transaction becomes when its time has come, at that very instant: as its scenario says, or else expired. */
export function settleByItself(transaction: Transaction, payment: Payment): Final {
  const pending = whilePending(transaction)
  const { expiresAt, staged } = pending
  const at = dueAt(pending)
  const settlement = staged?.scenario.settlement
  if (!settlement || at === null || at >= expiresAt) return expire(pending)
  switch (settlement.ending) {
    case 'success':
      return pay(pending, payment, at)
    case 'fail':
      return fail(pending, at, settlement.reason)
    case 'cancel':
      return cancel(pending, at)
    default:
      return expire(pending)
  }
}

/** Whether a confirmation counts for how it goes on. */
export function countsPolls({ staged }: Pending): boolean {
  return (staged?.scenario.settlement?.afterPolls ?? 0) > 0
}

/** One confirmation more has said PENDING. From the last one on the waiting by time, if any, begins. */
export function countPoll(pending: Pending, now: Date): Pending {
  const { staged } = pending
  const settlement = staged?.scenario.settlement
  if (!settlement || settlement.afterPolls === 0) return pending
  const scenario = { ...staged.scenario, settlement: { ...settlement, afterPolls: settlement.afterPolls - 1 } }
  return { ...pending, staged: { ...staged, scenario, since: now } }
}
