import type { Order, Transaction } from '../domain/transaction.ts'

/** Most payments of a merchant say the same of the store: kept once, they take half of the memory. */
export function shareTexts(transaction: Transaction, world: string, previous: Order | undefined): void {
  const { order } = transaction
  transaction.world = world
  if (!previous) return
  const { store, actions } = previous
  if (isSame(store, order.store)) order.store = store
  if (isSame(actions, order.actions)) order.actions = actions
}

/** Of flat objects with the same names. */
function isSame<Flat extends object>(one: Flat, other: Flat): boolean {
  for (const name in one) if (one[name] !== other[name]) return false
  return true
}
