import { Refusal } from '../domain/refusal.ts'
import { dueAt } from '../domain/settle-by-itself.ts'
import { isFinal, type Transaction } from '../domain/transaction.ts'
import type { Due, Page, PageQuery, Store } from '../sandbox/ports.ts'
import { append, createLinkedList, type Link, remove } from './linked-list.ts'
import { createMemoryOutbox, type MemoryOutbox } from './memory-outbox.ts'

type Options = {
  maxTransactions: number
  /** Called once, when the first transaction has to go to make room. */
  onFull?: () => void
}

type Row = Link<Transaction> & { deliveries: string[] }

/**
 * What belongs to one merchant key, in the order of creation. Those that expire do so in this order; those of a scenario
 * end in any order, and are few.
 */
type World = { rows: Set<Row>; expiring: Set<Row>; staged: Set<Row>; outbox: MemoryOutbox }

/** Room for each transaction on average, in bytes; an ordinary one takes about 1 KB. Few huge ones fill the store too. */
const averageRoom = 4096

/**
 * Keeps transactions in memory. At the limit the oldest go, final ones first: a customer may still be paying the others.
 * Doubly linked lists, because taking the oldest key off a large Map costs 17 µs.
 */
export function createMemoryStore({ maxTransactions, onFull = () => {} }: Options): Store {
  const rows = new Map<string, Row>()
  const worldOfDelivery = new Map<string, World>()
  const worlds = new Map<string, World>()
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
      drop((final.oldest ?? pending.oldest) as Row)
    }
  }

  function drop(row: Row): void {
    const transaction = row.value
    const world = openWorld(transaction.world)
    remove(listOf(transaction), row)
    rows.delete(transaction.id)
    rows.delete(transaction.reference)
    for (const id of row.deliveries) {
      world.outbox.drop(id)
      worldOfDelivery.delete(id)
    }
    world.rows.delete(row)
    world.expiring.delete(row)
    world.staged.delete(row)
    if (world.rows.size === 0) worlds.delete(transaction.world)
    count -= 1
    bytes -= sizeOf(transaction.order)
  }

  function openWorld(name: string): World {
    const known = worlds.get(name)
    if (known) return known
    const world = {
      rows: new Set<Row>(),
      expiring: new Set<Row>(),
      staged: new Set<Row>(),
      outbox: createMemoryOutbox(),
    }
    worlds.set(name, world)
    return world
  }

  return {
    async insert(transaction) {
      const row: Row = { value: transaction, older: undefined, newer: undefined, deliveries: [] }
      const world = openWorld(transaction.world)
      rows.set(transaction.id, row)
      rows.set(transaction.reference, row)
      append(pending, row)
      world.rows.add(row)
      watch(world, row)
      count += 1
      bytes += sizeOf(transaction.order)
      makeRoom()
    },

    async find(idOrReference) {
      return rows.get(idOrReference)?.value
    },

    async list(world, query) {
      const all = [...(worlds.get(world)?.rows ?? [])].map(({ value }) => value)
      return pageOf(all, query, ({ status }) => query.status === undefined || status === query.status)
    },

    async update(id, transition) {
      const row = rows.get(id)
      if (!row) throw new Refusal('transaction_not_found')
      const { transaction, deliveries } = transition(row.value)
      const world = openWorld(transaction.world)
      remove(listOf(row.value), row)
      row.value = transaction
      append(listOf(transaction), row)
      watch(world, row)
      for (const delivery of deliveries) {
        world.outbox.add(delivery)
        worldOfDelivery.set(delivery.id, world)
        row.deliveries.push(delivery.id)
      }
      return transaction
    },

    async findDelivery(id) {
      return worldOfDelivery.get(id)?.outbox.find(id)
    },

    async listDeliveries(world, query) {
      const { transaction, state } = query
      return pageOf(
        worlds.get(world)?.outbox.all() ?? [],
        query,
        (delivery) =>
          (transaction === undefined || [delivery.told.id, delivery.told.reference].includes(transaction)) &&
          (state === undefined || delivery.state === state),
      )
    },

    async due(name, by, now) {
      const world = worlds.get(name)
      if (!world) return []
      const settlements: Due[] = []
      for (const { value } of world.expiring) {
        if (value.expiresAt > by) break
        settlements.push({ kind: 'settlement', at: value.expiresAt, id: value.id })
      }
      for (const { value } of world.staged) {
        const at = isFinal(value) ? null : dueAt(value)
        if (at !== null && at <= by) settlements.push({ kind: 'settlement', at, id: value.id })
      }
      const attempts = world.outbox.due(by, now).map(({ id, nextAttemptAt }): Due => {
        return { kind: 'attempt', at: nextAttemptAt as Date, id }
      })
      return [...settlements, ...attempts].sort((a, b) => a.at.getTime() - b.at.getTime())
    },

    async waitingWorlds() {
      return [...worlds]
        .filter(([, { expiring, staged, outbox }]) => expiring.size > 0 || staged.size > 0 || outbox.hasWaiting())
        .map(([name]) => name)
    },

    async claim(id, now, claim) {
      return worldOfDelivery.get(id)?.outbox.claim(id, now, claim)
    },

    async record(id, holder, transition) {
      return worldOfDelivery.get(id)?.outbox.record(id, holder, transition)
    },

    async amend(id, transition) {
      const amended = worldOfDelivery.get(id)?.outbox.amend(id, transition)
      if (!amended) throw new Refusal('callback_not_found')
      return amended
    },

    async reset(name) {
      for (const row of worlds.get(name)?.rows ?? []) drop(row)
    },
  }
}

/** What is pending is watched; what ends by a scenario, apart from what expires in its turn. */
function watch({ expiring, staged }: World, row: Row): void {
  if (isFinal(row.value) || row.value.staged) expiring.delete(row)
  else expiring.add(row)
  if (isFinal(row.value) || !row.value.staged) staged.delete(row)
  else staged.add(row)
}

/** Newest first, what matches, from behind the entry `after`; an `after` that has gone meanwhile begins anew. */
function pageOf<Entry extends { id: string }>(
  all: Entry[],
  { limit, after }: PageQuery,
  matches: (entry: Entry) => boolean,
): Page<Entry> {
  const newestFirst = all.reverse()
  const start = newestFirst.findIndex(({ id }) => id === after) + 1
  const items: Entry[] = []
  for (let index = start; index < newestFirst.length; index += 1) {
    const entry = newestFirst[index] as Entry
    if (!matches(entry)) continue
    if (items.length === limit) return { items, next: items.at(-1)?.id ?? null }
    items.push(entry)
  }
  return { items, next: null }
}

/** Roughly how many bytes a merchant's order takes. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 24 + value.length
  if (typeof value !== 'object' || value === null) return 8
  let size = 32
  for (const key in value) size += 8 + sizeOf((value as Record<string, unknown>)[key])
  return size
}
