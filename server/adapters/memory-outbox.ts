import { type Delivery, isDue } from '../domain/delivery.ts'
import type { Claim } from '../sandbox/ports.ts'

/** The callbacks of one world, and who is about to make which of them. */
export type MemoryOutbox = {
  add(delivery: Delivery): void
  drop(id: string): void
  find(id: string): Delivery | undefined
  /** In the order of creation. */
  all(): Delivery[]
  /** Those that are due by then and that nobody holds in real time. */
  due(by: Date, now: Date): Delivery[]
  hasWaiting(): boolean
  claim(id: string, now: Date, claim: Claim): Delivery | undefined
  amend(id: string, transition: (current: Delivery) => Delivery): Delivery | undefined
  record(id: string, holder: string, transition: (current: Delivery) => Delivery): Delivery | undefined
}

type Entry = { delivery: Delivery; claim: Claim | undefined }

export function createMemoryOutbox(): MemoryOutbox {
  const entries = new Map<string, Entry>()
  const waiting = new Set<Entry>()

  function put(entry: Entry, delivery: Delivery): Delivery {
    entry.delivery = delivery
    if (delivery.state === 'pending') waiting.add(entry)
    else waiting.delete(entry)
    return delivery
  }

  return {
    add(delivery) {
      const entry = { delivery, claim: undefined }
      entries.set(delivery.id, entry)
      put(entry, delivery)
    },
    drop(id) {
      const entry = entries.get(id)
      if (entry) waiting.delete(entry)
      entries.delete(id)
    },
    find: (id) => entries.get(id)?.delivery,
    all: () => [...entries.values()].map(({ delivery }) => delivery),
    due: (by, now) =>
      [...waiting]
        .filter(({ delivery, claim }) => isFree(claim, now) && isDue(delivery, by))
        .map(({ delivery }) => delivery),
    hasWaiting: () => waiting.size > 0,
    claim(id, now, claim) {
      const entry = entries.get(id)
      if (entry?.delivery.state !== 'pending' || !isFree(entry.claim, now)) return undefined
      entry.claim = claim
      return entry.delivery
    },
    amend(id, transition) {
      const entry = entries.get(id)
      return entry && put(entry, transition(entry.delivery))
    },
    record(id, holder, transition) {
      const entry = entries.get(id)
      if (entry?.claim?.holder !== holder) return undefined
      const next = put(entry, transition(entry.delivery))
      entry.claim = undefined
      return next
    },
  }
}

/** A claim whose time is over belongs to somebody who died. */
function isFree(claim: Claim | undefined, now: Date): boolean {
  return claim === undefined || claim.until <= now
}
