import type { JournalEntry, JournalEvent, RequestMade } from '../domain/journal-entry.ts'
import { createPerWorld } from './per-world.ts'
import type { Page, PageQuery } from './ports.ts'

/** What happened in each world, as far back as there is room. */
export type Journal = {
  write(world: string, event: Written): void
  /** From the oldest to the newest, those after an entry's number. */
  since(world: string, seq: number): JournalEntry[]
  /** The number of the last entry so far. */
  last(world: string): number
  /** Calls of Intram's API, newest first; `after` is a number as text. */
  requests(world: string, query: RequestQuery): Page<JournalRequest>
  clear(world: string): void
  /** The worlds in which anything is known to have happened. */
  worlds(): string[]
}

/** The body of a request as JSON text: one thing to keep instead of many. */
export type Written = Exclude<JournalEvent, RequestMade> | WrittenRequest
type WrittenRequest = Omit<RequestMade, 'body'> & { json: string | null }

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

type Kept = { entries: KeptEntry[]; bytes: number; last: number }
/** An instant takes a sixth of the memory as a number. */
type KeptEntry = { seq: number; atMs: number; event: Written }

const usualLimits = { entries: 1_000, bytes: 512 * 1024, worlds: 500 }

export function createJournal({ now, changed, limits = usualLimits }: Options): Journal {
  const worlds = createPerWorld<Kept>({
    create: () => ({ entries: [], bytes: 0, last: 0 }),
    mostWorlds: limits.worlds,
  })

  /** By the quarter, because taking off the first of a long list one by one copies it each time. */
  function makeRoom(kept: Kept): void {
    const { entries } = kept
    if (entries.length <= limits.entries * 1.25 && kept.bytes <= limits.bytes * 1.25) return
    const isTooMuch = (count: number) => entries.length - count > limits.entries || kept.bytes > limits.bytes
    let count = 0
    for (; isTooMuch(count) && count < entries.length - 1; count += 1)
      kept.bytes -= sizeOf((entries[count] as KeptEntry).event)
    entries.splice(0, count)
  }

  const entriesOf = (world: string) => worlds.peek(world)?.entries ?? []

  return {
    write(world, event) {
      const kept = worlds.of(world)
      kept.last += 1
      kept.entries.push({ seq: kept.last, atMs: now(world).getTime(), event })
      kept.bytes += sizeOf(event)
      makeRoom(kept)
      changed(world)
    },
    since(world, seq) {
      const entries = entriesOf(world)
      const first = entries[0]?.seq ?? 1
      return entries.slice(Math.max(seq + 1 - first, 0)).map(read)
    },
    last: (world) => worlds.peek(world)?.last ?? 0,
    requests(world, { limit, after, operation, status, transaction }) {
      const before = after === undefined ? Number.POSITIVE_INFINITY : Number(after)
      const items: JournalRequest[] = []
      for (const { seq, atMs, event } of entriesOf(world).toReversed()) {
        if (event.type !== 'request' || seq >= before) continue
        if (operation !== undefined && event.operation !== operation) continue
        if (status !== undefined && event.status !== status) continue
        if (transaction !== undefined && event.transactionId !== transaction) continue
        if (items.length === limit) return { items, next: String(items.at(-1)?.seq) }
        items.push({ seq, at: new Date(atMs), ...readRequest(event) })
      }
      return { items, next: null }
    },
    worlds: worlds.worlds,
    clear(world) {
      const kept = worlds.peek(world)
      if (!kept) return
      // The count goes on: who follows the events sees that these are new.
      Object.assign(kept, { entries: [], bytes: 0 })
      changed(world)
    },
  }
}

/** Roughly what an entry takes in memory, in bytes. */
function sizeOf(event: Written): number {
  return event.type === 'request' ? 400 + (event.json?.length ?? 0) : 200
}

function read({ seq, atMs, event }: KeptEntry): JournalEntry {
  return { seq, at: new Date(atMs), ...(event.type === 'request' ? readRequest(event) : event) }
}

function readRequest({ json, ...request }: WrittenRequest): RequestMade {
  return { ...request, body: json === null ? null : JSON.parse(json) }
}
