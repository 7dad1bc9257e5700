import type { Transaction } from '../domain/transaction.ts'
import { sizeOf } from './size-of.ts'
import { createTextIndex } from './text-index.ts'

/** Transactions at numbered places, found by id or reference. Place 0 is none. */
export type TransactionTable = {
  add(transaction: Transaction): number
  /** Of a place that is taken. */
  at(place: number): Transaction
  placeOf(idOrReference: string): number
  find(idOrReference: string): Transaction | undefined
  replace(place: number, transaction: Transaction): void
  remove(place: number): void
  count(): number
  /** Roughly what all orders together take. */
  bytes(): number
}

/**
 * What is polled is found without a way through a table of millions, most of which is in no cache of the processor: it is
 * copied to where the others are that are polled.
 */
const mostRecent = 2_000

export function createTransactionTable(): TransactionTable {
  const index = createTextIndex()
  const transactions: (Transaction | undefined)[] = [undefined]
  const sizes: number[] = [0]
  const free: number[] = []
  const recent = new Map<string, Transaction>()
  let count = 0
  let bytes = 0

  const at = (place: number) => transactions[place] as Transaction

  function placeOf(idOrReference: string): number {
    return index.find(idOrReference, (place) => {
      const { id, reference } = at(place)
      return id === idOrReference || reference === idOrReference
    })
  }

  function forget({ id, reference }: Transaction): void {
    recent.delete(id)
    recent.delete(reference)
  }

  return {
    at,
    placeOf,
    count: () => count,
    bytes: () => bytes,

    add(transaction) {
      const place = free.pop() ?? transactions.length
      const size = sizeOf(transaction.order)
      transactions[place] = transaction
      sizes[place] = size
      index.add(transaction.id, place)
      index.add(transaction.reference, place)
      count += 1
      bytes += size
      return place
    },

    find(idOrReference) {
      const known = recent.get(idOrReference)
      if (known) return known
      const found = transactions[placeOf(idOrReference)]
      if (!found) return undefined
      const copy = { ...found, expiresAt: new Date(found.expiresAt) }
      recent.set(idOrReference, copy)
      if (recent.size > mostRecent) recent.delete(recent.keys().next().value as string)
      return copy
    },

    replace(place, transaction) {
      forget(at(place))
      transactions[place] = transaction
    },

    remove(place) {
      const transaction = at(place)
      forget(transaction)
      index.remove(transaction.id, place)
      index.remove(transaction.reference, place)
      transactions[place] = undefined
      free.push(place)
      count -= 1
      bytes -= sizes[place] as number
    },
  }
}
