import type { JournalEntry, RequestMade } from '../domain/journal-entry.ts'
import { redactKeys } from '../domain/redact-keys.ts'
import { createBatch } from './batch.ts'
import { type BodyJson, createEntryRing, type EntryRing, type Written } from './entry-ring.ts'
import { createKnownKeys, type KnownKeys } from './known-keys.ts'
import { createPerWorld } from './per-world.ts'
import type { Page, PageQuery } from './ports.ts'

export type { BodyJson, Written } from './entry-ring.ts'

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

export type Draft = { event: Written; body: BodyJson | null; keys: readonly string[] }

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

type Kept = { ring: EntryRing; keys: KnownKeys }

const usualLimits = { entries: 1_000, bytes: 512 * 1024, worlds: 500 }

export function createJournal({ now, changed, failed, beforeForgetting, limits = usualLimits }: Options): Journal {
  const worlds = createPerWorld<Kept>({
    create: (world) => ({
      keys: createKnownKeys(),
      ring: createEntryRing({
        limits,
        beforeForgetting: ({ entries, last, isEnd }) => beforeForgetting?.({ world, entries: entries(), last, isEnd }),
      }),
    }),
    mostWorlds: limits.worlds,
    beforeLeaving: (_, { ring }) => ring.clear(true),
  })
  const drafts = createBatch<{ world: string; atMs: number; make: () => Draft }>({
    work({ world, atMs, make }) {
      const { event, body, keys } = make()
      append(world, atMs, event, body).keys.learn(keys)
    },
    failed,
  })

  function append(world: string, atMs: number, event: Written, body: BodyJson | null): Kept {
    const kept = worlds.of(world)
    kept.ring.append(event, atMs, body)
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
      append(world, now(world).getTime(), shown, body === null ? null : { head: '', tail: body }).keys.learn(keys)
    },
    writeSoon(world, make) {
      drafts.add({ world, atMs: now(world).getTime(), make })
    },
    redact,
    since: (world, seq) => peek(world)?.ring.since(seq) ?? [],
    last: (world) => peek(world)?.ring.last() ?? 0,
    requests(world, { limit, after, operation, status, transaction }) {
      const before = after === undefined ? Number.POSITIVE_INFINITY : Number(after)
      const wanted = peek(world)?.ring.search(
        (event, seq) =>
          event.type === 'request' &&
          seq < before &&
          (operation === undefined || event.operation === operation) &&
          (status === undefined || event.status === status) &&
          (transaction === undefined || event.transactionId === transaction),
      )
      const items: JournalRequest[] = []
      for (const entry of wanted ?? []) {
        if (items.length === limit) return { items, next: String(items.at(-1)?.seq) }
        items.push(entry as JournalRequest)
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
      kept.ring.clear(isEnd)
      changed(world)
    },
  }
}
