import { Refusal } from '../domain/refusal.ts'
import { dueAt } from '../domain/settle-by-itself.ts'
import { isFinal, type Status, type Transaction } from '../domain/transaction.ts'
import type { Due, Store } from '../sandbox/ports.ts'
import { type Chain, createChain, createChains } from './chains.ts'
import { createMemoryOutbox, type MemoryOutbox } from './memory-outbox.ts'
import { pageOf } from './page-of.ts'
import { shareTexts } from './share-texts.ts'
import { createTransactionTable } from './transaction-table.ts'

type Options = {
  maxTransactions: number
  /** Called once, when the first transaction has to go to make room. */
  onFull?: () => void
}

/**
 * What belongs to one merchant key, in the order of creation. Those that expire do so in this order; those of a scenario
 * end in any order, and are few.
 */
type World = { name: string; all: Chain; expiring: Chain; staged: Set<number>; outbox: MemoryOutbox }

/** Room for each transaction on average, in bytes; an ordinary one takes a sixth of it. Few huge ones fill the store too. */
const averageRoom = 4096

/** Keeps transactions in memory. At the limit the oldest go, final ones first: a customer may still be paying the others. */
export function createMemoryStore({ maxTransactions, onFull = () => {} }: Options): Store {
  const table = createTransactionTable()
  const worlds = new Map<string, World>()
  const { inWorld, ofState, toExpire } = createChains(['inWorld', 'ofState', 'toExpire'])
  const pending = createChain()
  const final = createChain()
  const deliveriesOf: (readonly string[] | undefined)[] = []
  const worldOfDelivery = new Map<string, World>()
  let wasFull = false

  const chainOf = (status: Status) => (status === 'PENDING' ? pending : final)

  function makeRoom(): void {
    while (table.count() > maxTransactions || (table.count() > 1 && table.bytes() > maxTransactions * averageRoom)) {
      if (!wasFull) onFull()
      wasFull = true
      drop(final.oldest || pending.oldest)
    }
  }

  function drop(place: number): void {
    const world = openWorld(table.worldAt(place))
    const chain = chainOf(table.statusAt(place))
    // Nobody is told of what is pending.
    if (chain === final) dropDeliveries(world, place)
    ofState.remove(chain, place)
    inWorld.remove(world.all, place)
    unwatch(world, place)
    table.remove(place)
    if (world.all.newest === 0) worlds.delete(world.name)
  }

  function dropDeliveries(world: World, place: number): void {
    for (const id of deliveriesOf[place] ?? []) {
      world.outbox.drop(id)
      worldOfDelivery.delete(id)
    }
    deliveriesOf[place] = undefined
  }

  /** What is pending is watched; what ends by a scenario, apart from what expires in its turn. */
  function watch(world: World, place: number, transaction: Transaction): void {
    // What is there already keeps its place.
    if (isFinal(transaction)) {
      unwatch(world, place)
    } else if (transaction.staged) {
      toExpire.remove(world.expiring, place)
      world.staged.add(place)
    } else {
      world.staged.delete(place)
      toExpire.append(world.expiring, place)
    }
  }

  function unwatch({ expiring, staged }: World, place: number): void {
    toExpire.remove(expiring, place)
    staged.delete(place)
  }

  function openWorld(name: string): World {
    const known = worlds.get(name)
    if (known) return known
    const world = {
      name,
      all: createChain(),
      expiring: createChain(),
      staged: new Set<number>(),
      outbox: createMemoryOutbox(),
    }
    worlds.set(name, world)
    return world
  }

  function* fromNewest(newest: number, status: Status | undefined): Iterable<Transaction> {
    for (let place = newest; place !== 0; place = inWorld.older(place)) {
      if (status === undefined || table.statusAt(place) === status) yield table.at(place)
    }
  }

  return {
    async insert(transaction) {
      const world = openWorld(transaction.world)
      const { newest } = world.all
      shareTexts(transaction, world.name, newest === 0 ? undefined : table.orderAt(newest))
      const place = table.add(transaction)
      ofState.append(pending, place)
      inWorld.append(world.all, place)
      watch(world, place, transaction)
      makeRoom()
    },

    async find(idOrReference) {
      return table.find(idOrReference)
    },

    async list(world, query) {
      const { after, status } = query
      const last = after === undefined ? 0 : table.placeOf(after)
      const isOwn = last !== 0 && table.worldAt(last) === world
      // One that has gone meanwhile begins anew.
      const first = isOwn ? inWorld.older(last) : (worlds.get(world)?.all.newest ?? 0)
      return pageOf(fromNewest(first, status), query)
    },

    async update(id, transition) {
      const place = table.placeOf(id)
      if (place === 0) throw new Refusal('transaction_not_found')
      const current = table.at(place)
      const { transaction, deliveries } = transition(current)
      const world = openWorld(transaction.world)
      ofState.remove(chainOf(current.status), place)
      table.replace(place, transaction)
      ofState.append(chainOf(transaction.status), place)
      watch(world, place, transaction)
      if (deliveries.length === 0) return transaction
      deliveriesOf[place] = [...(deliveriesOf[place] ?? []), ...deliveries.map((delivery) => delivery.id)]
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
      for (let place = world.expiring.oldest; place !== 0; place = toExpire.newer(place)) {
        const { id, expiresAt } = table.at(place)
        if (expiresAt > by) break
        settlements.push({ kind: 'settlement', at: expiresAt, id })
      }
      for (const place of world.staged) {
        const transaction = table.at(place)
        const at = isFinal(transaction) ? null : dueAt(transaction)
        if (at !== null && at <= by) settlements.push({ kind: 'settlement', at, id: transaction.id })
      }
      const attempts = world.outbox.due(by, now).map(({ id, nextAttemptAt }): Due => {
        return { kind: 'attempt', at: nextAttemptAt as Date, id }
      })
      return [...settlements, ...attempts].sort((a, b) => a.at.getTime() - b.at.getTime())
    },

    async waitingWorlds() {
      return [...worlds]
        .filter(([, { expiring, staged, outbox }]) => expiring.oldest || staged.size > 0 || outbox.hasWaiting())
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
      const world = worlds.get(name)
      while (world && world.all.newest !== 0) drop(world.all.newest)
    },
  }
}
