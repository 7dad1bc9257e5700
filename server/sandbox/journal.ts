import type { JournalEntry, JournalEvent, RequestMade } from '../domain/journal-entry.ts'
import { redactKeys } from '../domain/redact-keys.ts'
import { createBatch } from './batch.ts'
import { createKnownKeys, type KnownKeys } from './known-keys.ts'
import { createPerWorld } from './per-world.ts'
import type { Page, PageQuery } from './ports.ts'
import { createTextLog, type TextLog } from './text-log.ts'

/** What happened in each world, as far back as there is room. */
export type Journal = {
  /** The body of a request comes apart, as JSON. It is the caller's who leaves out the keys of a request. */
  write(world: string, event: Written, body?: string | null, keys?: readonly string[]): void
  /** Notes that something happens now. The entry is made when there is time for it, or before anybody reads. */
  writeSoon(world: string, make: () => Draft): void
  /** A text without the keys that its merchant has used: what merchants put into URLs is told long after the request. */
  redact(world: string, text: string): string
  /** From the oldest to the newest, those after an entry's number. */
  since(world: string, seq: number): JournalEntry[]
  /** The number of the last entry so far. */
  last(world: string): number
  /** Calls of Intram's API, newest first; `after` is a number as text. */
  requests(world: string, query: RequestQuery): Page<JournalRequest>
  /** `isEnd` when the world ends with it. */
  clear(world: string, isEnd?: boolean): void
  /** The worlds in which anything is known to have happened. */
  worlds(): string[]
}

export type Written = Exclude<JournalEvent, RequestMade> | Omit<RequestMade, 'body'>

export type Draft = { event: Written; body: string | null; keys: readonly string[] }

export type JournalRequest = Extract<JournalEntry, RequestMade>
export type RequestQuery = PageQuery & {
  operation?: string | undefined
  status?: number | undefined
  transaction?: string | undefined
}

/** A journal of which the entries up to `last` are about to go. Nothing more comes of a world that ends. */
export type Forgetting = { world: string; entries: JournalEntry[]; last: number; isEnd: boolean }

type Options = {
  now: (world: string) => Date
  changed: (world: string) => void
  /** Told of an entry that could not be made. */
  failed: (error: unknown) => void
  beforeForgetting?: ((forgetting: Forgetting) => void) | undefined
  /** Of each world, the last 1,000 entries and 512 KB are kept. */
  limits?: { entries: number; bytes: number; worlds: number }
}

type Kept = { entries: KeptEntry[]; bodies: TextLog; bytes: number; last: number; keys: KnownKeys }
/** An instant takes a sixth of the memory as a number. The body lies between two places among the bodies, if there is one. */
type KeptEntry = { seq: number; atMs: number; event: Written; from: number; to: number }

const usualLimits = { entries: 1_000, bytes: 512 * 1024, worlds: 500 }

export function createJournal({ now, changed, failed, beforeForgetting, limits = usualLimits }: Options): Journal {
  const worlds = createPerWorld<Kept>({
    create: () => ({ entries: [], bodies: createTextLog(), bytes: 0, last: 0, keys: createKnownKeys() }),
    mostWorlds: limits.worlds,
    beforeLeaving: (world, { entries, bodies }) => forget(world, { entries, bodies }, entries.length, true),
  })
  const drafts = createBatch<{ world: string; atMs: number; make: () => Draft }>({
    work({ world, atMs, make }) {
      const { event, body, keys } = make()
      append(world, atMs, event, body).keys.learn(keys)
    },
    failed,
  })

  function forget(world: string, { entries, bodies }: Pick<Kept, 'entries' | 'bodies'>, count: number, isEnd: boolean) {
    const last = entries[count - 1]?.seq
    if (!beforeForgetting || last === undefined) return
    beforeForgetting({ world, entries: entries.map((entry) => read(entry, bodies)), last, isEnd })
  }

  /** By the quarter, because taking off the first of a long list one by one copies it each time. */
  function makeRoom(world: string, kept: Kept): void {
    const { entries } = kept
    if (entries.length <= limits.entries * 1.25 && kept.bytes <= limits.bytes * 1.25) return
    const isTooMuch = (count: number) => entries.length - count > limits.entries || kept.bytes > limits.bytes
    let count = 0
    for (; isTooMuch(count) && count < entries.length - 1; count += 1) kept.bytes -= sizeOf(entries[count] as KeptEntry)
    forget(world, kept, count, false)
    entries.splice(0, count)
    kept.bodies.dropBefore((entries[0] as KeptEntry).from)
  }

  const nothing: Pick<Kept, 'entries' | 'bodies'> = { entries: [], bodies: createTextLog() }
  const keptOf = (world: string) => peek(world) ?? nothing

  function append(world: string, atMs: number, event: Written, body: string | null): Kept {
    const kept = worlds.of(world)
    kept.last += 1
    const from = kept.bodies.end()
    const to = body === null ? from : kept.bodies.append(body)
    const entry = { seq: kept.last, atMs, event, from, to }
    kept.entries.push(entry)
    kept.bytes += sizeOf(entry)
    makeRoom(world, kept)
    changed(world)
    return kept
  }

  function redact<Value>(world: string, value: Value): Value {
    return redactKeys(value, peek(world)?.keys.all() ?? [])
  }

  function peek(world: string): Kept | undefined {
    drafts.settle()
    return worlds.peek(world)
  }

  return {
    write(world, event, body = null, keys = []) {
      const shown = event.type === 'request' ? event : redact(world, event)
      drafts.settle()
      append(world, now(world).getTime(), shown, body).keys.learn(keys)
    },
    writeSoon(world, make) {
      drafts.add({ world, atMs: now(world).getTime(), make })
    },
    redact,
    since(world, seq) {
      const { entries, bodies } = keptOf(world)
      const first = entries[0]?.seq ?? 1
      return entries.slice(Math.max(seq + 1 - first, 0)).map((entry) => read(entry, bodies))
    },
    last: (world) => peek(world)?.last ?? 0,
    requests(world, { limit, after, operation, status, transaction }) {
      const before = after === undefined ? Number.POSITIVE_INFINITY : Number(after)
      const items: JournalRequest[] = []
      const { entries, bodies } = keptOf(world)
      for (const entry of entries.toReversed()) {
        const { seq, event } = entry
        if (event.type !== 'request' || seq >= before) continue
        if (operation !== undefined && event.operation !== operation) continue
        if (status !== undefined && event.status !== status) continue
        if (transaction !== undefined && event.transactionId !== transaction) continue
        if (items.length === limit) return { items, next: String(items.at(-1)?.seq) }
        items.push(read(entry, bodies) as JournalRequest)
      }
      return { items, next: null }
    },
    worlds() {
      drafts.settle()
      return worlds.worlds()
    },
    clear(world, isEnd = false) {
      const kept = peek(world)
      if (!kept) return
      forget(world, kept, kept.entries.length, isEnd)
      // The count goes on: who follows the events sees that these are new.
      Object.assign(kept, { entries: [], bodies: createTextLog(), bytes: 0 })
      changed(world)
    },
  }
}

/** Roughly what an entry takes in memory, in bytes. */
function sizeOf({ event, from, to }: KeptEntry): number {
  return (event.type === 'request' ? 400 : 200) + to - from
}

function read({ seq, atMs, event, from, to }: KeptEntry, bodies: TextLog): JournalEntry {
  const at = new Date(atMs)
  if (event.type !== 'request') return { seq, at, ...event }
  return { seq, at, ...event, body: from === to ? null : JSON.parse(bodies.read(from, to)) }
}
