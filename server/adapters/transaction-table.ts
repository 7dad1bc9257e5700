import { isFinal, type Order, type Pending, type Status, type Transaction } from '../domain/transaction.ts'
import { sizeOf } from './size-of.ts'
import { createTextIndex } from './text-index.ts'
import { createTransactionRecords } from './transaction-records.ts'

/** Transactions at numbered places, found by id or reference. Place 0 is none; all others that are asked for are taken. */
export type TransactionTable = {
  add(transaction: Pending): number
  at(place: number): Transaction
  statusAt(place: number): Status
  worldAt(place: number): string
  orderAt(place: number): Order
  placeOf(idOrReference: string): number
  /** The very same each time while it is among the last that were found. */
  find(idOrReference: string): Transaction | undefined
  /** By what has come of it: its names, times and order stay. */
  replace(place: number, transaction: Transaction): void
  remove(place: number): void
  count(): number
  /** Roughly what all orders together take. */
  bytes(): number
}

/** Found without a way through the index, which is too large for the caches of the processor where many are kept. */
const mostRecent = 2_000

/**
 * Nothing has come of most transactions, and nothing particular is to come: of those the garbage collector has to copy
 * and mark the order only. A transaction is made of it when somebody asks.
 */
export function createTransactionTable(): TransactionTable {
  const byId = createTextIndex()
  const byReference = createTextIndex()
  const records = createTransactionRecords()
  const worlds: string[] = ['']
  const orders: (Order | undefined)[] = [undefined]
  const whole: (Transaction | undefined)[] = [undefined]
  const recent = new Set<number>()
  const recentByName = new Map<string, Transaction>()
  const free: number[] = []
  let count = 0
  let bytes = 0

  const worldAt = (place: number) => worlds[place] as string
  const orderAt = (place: number) => orders[place] as Order
  const at = (place: number) => whole[place] ?? plainAt(place)

  function plainAt(place: number): Pending {
    return {
      status: 'PENDING',
      id: records.idAt(place),
      reference: records.referenceAt(place),
      world: worldAt(place),
      createdAt: records.createdAt(place),
      expiresAt: records.expiresAt(place),
      order: orderAt(place),
      staged: null,
    }
  }

  function remember(place: number, transaction: Transaction): void {
    recent.add(place)
    recentByName.set(transaction.id, transaction)
    recentByName.set(transaction.reference, transaction)
    if (recent.size > mostRecent) forget(recent.values().next().value as number)
  }

  function forget(place: number): void {
    if (!recent.delete(place)) return
    recentByName.delete(records.idAt(place))
    recentByName.delete(records.referenceAt(place))
  }

  function placeOf(idOrReference: string): number {
    const isTaken = (place: number) => orders[place] !== undefined
    return (
      byId.find(idOrReference, (place) => isTaken(place) && records.idAt(place) === idOrReference) ||
      byReference.find(idOrReference, (place) => isTaken(place) && records.referenceAt(place) === idOrReference)
    )
  }

  return {
    at,
    statusAt: (place) => whole[place]?.status ?? 'PENDING',
    worldAt,
    orderAt,
    placeOf,
    count: () => count,
    bytes: () => bytes,

    add(transaction) {
      const { id, reference, world, order } = transaction
      const place = free.pop() ?? orders.length
      const size = sizeOf(order)
      const [idHash, referenceHash] = [byId.add(id, place), byReference.add(reference, place)]
      records.write(place, transaction, { size, idHash, referenceHash })
      worlds[place] = world
      orders[place] = order
      whole[place] = unlessPlain(transaction)
      count += 1
      bytes += size
      return place
    },

    find(idOrReference) {
      const known = recentByName.get(idOrReference)
      if (known) return known
      const place = placeOf(idOrReference)
      if (place === 0) return undefined
      const transaction = at(place)
      remember(place, transaction)
      return transaction
    },

    replace(place, transaction) {
      forget(place)
      whole[place] = unlessPlain(transaction)
    },

    remove(place) {
      const { size, idHash, referenceHash } = records.indexedAt(place)
      byId.remove(idHash, place)
      byReference.remove(referenceHash, place)
      forget(place)
      orders[place] = undefined
      whole[place] = undefined
      free.push(place)
      count -= 1
      bytes -= size
    },
  }
}

function unlessPlain(transaction: Transaction): Transaction | undefined {
  return isFinal(transaction) || transaction.staged ? transaction : undefined
}
