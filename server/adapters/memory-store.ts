import { Refusal } from '../domain/refusal.ts'
import { dueAt } from '../domain/settle-by-itself.ts'
import { isFinal, type Transaction } from '../domain/transaction.ts'
import type { Due, Store } from '../sandbox/ports.ts'
import { append, createLinkedList, type Link, type LinkedList, newestFirst, remove } from './linked-list.ts'
import { createMemoryOutbox, type MemoryOutbox } from './memory-outbox.ts'
import { pageOf } from './page-of.ts'
import { shareTexts } from './share-texts.ts'
import { sizeOf } from './size-of.ts'

type Options = {
  maxTransactions: number
  /** Called once, when the first transaction has to go to make room. */
  onFull?: () => void
}

/** One transaction, linked with those of its state. `bytes` is roughly what its order takes. */
type Row = Link<Transaction> & { inWorld: Link<Row>; bytes: number; deliveries: readonly string[] }

/**
 * What belongs to one merchant key, in the order of creation. Those that expire do so in this order; those of a scenario
 * end in any order, and are few.
 */
type World = {
  name: string
  rows: LinkedList<Row>
  expiring: Set<Row>
  staged: Set<Row>
  outbox: MemoryOutbox
}

/** What is polled is found without a way through a map of millions, most of which is in no cache of the processor. */
const mostRecent = 2_000

/** Most transactions have no callback yet: they share this. */
const none: readonly string[] = []

/** Room for each transaction on average, in bytes; an ordinary one takes about 1 KB. Few huge ones fill the store too. */
const averageRoom = 4096

/**
 * Keeps transactions in memory. At the limit the oldest go, final ones first: a customer may still be paying the others.
 * Doubly linked lists, because taking the oldest key off a large Map costs 17 µs.
 */
export function createMemoryStore({ maxTransactions, onFull = () => {} }: Options): Store {
  const rows = new Map<string, Row>()
  const recent = new Map<string, Row>()
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
    for (const id of [transaction.id, transaction.reference]) {
      rows.delete(id)
      recent.delete(id)
    }
    for (const id of row.deliveries) {
      world.outbox.drop(id)
      worldOfDelivery.delete(id)
    }
    remove(world.rows, row.inWorld)
    unwatch(world, row)
    if (!world.rows.newest) worlds.delete(transaction.world)
    count -= 1
    bytes -= row.bytes
  }

  function look(idOrReference: string): Row | undefined {
    const known = recent.get(idOrReference)
    if (known) return known
    const row = rows.get(idOrReference)
    if (!row) return undefined
    recent.set(idOrReference, row)
    if (recent.size > mostRecent) recent.delete(recent.keys().next().value as string)
    return row
  }

  function openWorld(name: string): World {
    const known = worlds.get(name)
    if (known) return known
    const world = {
      name,
      rows: createLinkedList<Row>(),
      expiring: new Set<Row>(),
      staged: new Set<Row>(),
      outbox: createMemoryOutbox(),
    }
    worlds.set(name, world)
    return world
  }

  return {
    async insert(transaction) {
      const world = openWorld(transaction.world)
      shareTexts(transaction, world.name, world.rows.newest?.value.value)
      const row = createRow(transaction)
      rows.set(transaction.id, row)
      rows.set(transaction.reference, row)
      append(pending, row)
      append(world.rows, row.inWorld)
      watch(world, row)
      count += 1
      bytes += row.bytes
      makeRoom()
    },

    async find(idOrReference) {
      return look(idOrReference)?.value
    },

    async list(world, query) {
      const { after, status } = query
      const last = after === undefined ? undefined : rows.get(after)
      // One that has gone meanwhile begins anew.
      const first = last?.value.world === world ? last.inWorld.older : worlds.get(world)?.rows.newest
      return pageOf(transactionsOf(first), query, (found) => status === undefined || found.status === status)
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
      row.deliveries = [...row.deliveries, ...deliveries.map(({ id }) => id)]
      for (const delivery of deliveries) {
        world.outbox.add(delivery)
        worldOfDelivery.set(delivery.id, world)
      }
      return transaction
    },

    async findDelivery(id) {
      return worldOfDelivery.get(id)?.outbox.find(id)
    },

    async listDeliveries(world, query) {
      const { transaction, state } = query
      const all = (worlds.get(world)?.outbox.all() ?? []).reverse()
      return pageOf(
        all.slice(all.findIndex(({ id }) => id === query.after) + 1),
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
      for (const row of newestFirst(worlds.get(name)?.rows.newest)) drop(row)
    },
  }
}

function createRow(value: Transaction): Row {
  const unlinked = { older: undefined, newer: undefined }
  const row = { value, ...unlinked, bytes: sizeOf(value.order), deliveries: none } as unknown as Row
  row.inWorld = { value: row, ...unlinked }
  return row
}

/** What is pending is watched; what ends by a scenario, apart from what expires in its turn. */
function watch(world: World, row: Row): void {
  const { value: transaction } = row
  if (isFinal(transaction)) {
    unwatch(world, row)
  } else {
    // What is there already keeps its place.
    world[transaction.staged ? 'expiring' : 'staged'].delete(row)
    world[transaction.staged ? 'staged' : 'expiring'].add(row)
  }
}

function unwatch({ expiring, staged }: World, row: Row): void {
  expiring.delete(row)
  staged.delete(row)
}

function* transactionsOf(newest: Link<Row> | undefined): Iterable<Transaction> {
  for (const { value } of newestFirst(newest)) yield value
}
