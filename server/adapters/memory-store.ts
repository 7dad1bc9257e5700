import { Refusal } from '../domain/refusal.ts'
import { isFinal, type Transaction } from '../domain/transaction.ts'
import type { Store } from '../sandbox/ports.ts'
import { append, createLinkedList, type Link, remove } from './linked-list.ts'

type Options = {
  maxTransactions: number
  /** Called once, when the first transaction has to go to make room. */
  onFull?: () => void
}

/** Room for each transaction on average, in bytes; an ordinary one takes about 1 KB. Few huge ones fill the store too. */
const averageRoom = 4096

/**
 * Keeps transactions in memory. At the limit the oldest go, final ones first: a customer may still be paying the others.
 * Doubly linked lists, because taking the oldest key off a large Map costs 17 µs.
 */
export function createMemoryStore({ maxTransactions, onFull = () => {} }: Options): Store {
  const links = new Map<string, Link<Transaction>>()
  const pending = createLinkedList<Transaction>()
  const final = createLinkedList<Transaction>()
  const listOf = (transaction: Transaction) => (isFinal(transaction) ? final : pending)
  let count = 0
  let bytes = 0
  let wasFull = false

  function makeRoom(): void {
    while (count > maxTransactions || (count > 1 && bytes > maxTransactions * averageRoom)) {
      if (!wasFull) onFull()
      wasFull = true
      drop((final.oldest ?? pending.oldest) as Link<Transaction>)
    }
  }

  function drop(link: Link<Transaction>): void {
    const transaction = link.value
    remove(listOf(transaction), link)
    links.delete(transaction.id)
    links.delete(transaction.reference)
    count -= 1
    bytes -= sizeOf(transaction.order)
  }

  return {
    async insert(transaction) {
      const link = { value: transaction, older: undefined, newer: undefined }
      links.set(transaction.id, link)
      links.set(transaction.reference, link)
      append(pending, link)
      count += 1
      bytes += sizeOf(transaction.order)
      makeRoom()
    },

    async find(idOrReference) {
      return links.get(idOrReference)?.value
    },

    async update(id, transition) {
      const link = links.get(id)
      if (!link) throw new Refusal('transaction_not_found')
      const current = link.value
      const next = transition(current)
      remove(listOf(current), link)
      link.value = next
      append(listOf(next), link)
      return next
    },
  }
}

/** Roughly how many bytes a merchant's order takes. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 24 + value.length
  if (typeof value !== 'object' || value === null) return 8
  let size = 32
  for (const key in value) size += 8 + sizeOf((value as Record<string, unknown>)[key])
  return size
}
