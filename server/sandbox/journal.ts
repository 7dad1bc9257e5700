import type { JournalEntry, JournalEvent, RequestMade } from '../domain/journal-entry.ts'
import { createPerWorld } from './per-world.ts'
import type { Page, PageQuery } from './ports.ts'

/** What happened in each world, as far back as there is room. */
export type Journal = {
  /** `bytes` is roughly what it takes in memory. */
  write(world: string, event: JournalEvent, bytes?: number): void
  /** From the oldest to the newest, those after an entry's number. */
  since(world: string, seq: number): JournalEntry[]
  /** Calls of Intram's API, newest first; `after` is a number as text. */
  requests(world: string, query: RequestQuery): Page<JournalRequest>
  clear(world: string): void
  /** The worlds in which anything is known to have happened. */
  worlds(): string[]
}

export type JournalRequest = Extract<JournalEntry, RequestMade>
export type RequestQuery = PageQuery & {
  operation?: string | undefined
  status?: number | undefined
  transaction?: string | undefined
}

type Options = {
  now: (world: string) => Date
  changed: (world: string) => void
  /** Of each world, the last 1,000 entries and 512 KB are kept. */
  limits?: { entries: number; bytes: number; worlds: number }
}

type Kept = { entries: JournalEntry[]; sizes: number[]; bytes: number; last: number }

const usualLimits = { entries: 1_000, bytes: 512 * 1024, worlds: 500 }
const usualBytes = 200

export function createJournal({ now, changed, limits = usualLimits }: Options): Journal {
  const worlds = createPerWorld<Kept>({
    create: () => ({ entries: [], sizes: [], bytes: 0, last: 0 }),
    mostWorlds: limits.worlds,
  })

  /** By the quarter, because taking off the first of a long list one by one copies it each time. */
  function makeRoom(kept: Kept): void {
    const { entries, sizes } = kept
    if (entries.length <= limits.entries * 1.25 && kept.bytes <= limits.bytes * 1.25) return
    let most = Math.max(entries.length - limits.entries, 0)
    let freed = sizes.slice(0, most).reduce((sum, size) => sum + size, 0)
    while (kept.bytes - freed > limits.bytes && most < entries.length - 1) freed += sizes[most++] ?? 0
    entries.splice(0, most)
    sizes.splice(0, most)
    kept.bytes -= freed
  }

  const entriesOf = (world: string) => worlds.peek(world)?.entries ?? []

  return {
    write(world, event, bytes = usualBytes) {
      const kept = worlds.of(world)
      kept.last += 1
      kept.entries.push({ seq: kept.last, at: now(world), ...event })
      kept.sizes.push(bytes)
      kept.bytes += bytes
      makeRoom(kept)
      changed(world)
    },
    since(world, seq) {
      const entries = entriesOf(world)
      const first = entries[0]?.seq ?? 1
      return entries.slice(Math.max(seq + 1 - first, 0))
    },
    requests(world, { limit, after, operation, status, transaction }) {
      const before = after === undefined ? Number.POSITIVE_INFINITY : Number(after)
      const items: JournalRequest[] = []
      for (const entry of entriesOf(world).toReversed()) {
        if (entry.type !== 'request' || entry.seq >= before) continue
        if (operation !== undefined && entry.operation !== operation) continue
        if (status !== undefined && entry.status !== status) continue
        if (transaction !== undefined && entry.transactionId !== transaction) continue
        if (items.length === limit) return { items, next: String(items.at(-1)?.seq) }
        items.push(entry)
      }
      return { items, next: null }
    },
    worlds: worlds.worlds,
    clear(world) {
      const kept = worlds.peek(world)
      if (!kept) return
      // The count goes on: who follows the events sees that these are new.
      Object.assign(kept, { entries: [], sizes: [], bytes: 0 })
      changed(world)
    },
  }
}
