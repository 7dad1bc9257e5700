import type { JournalEntry, JournalEvent, RequestMade } from '../domain/journal-entry.ts'
import { createSharedEvents, joinEvent, type SharedEvent } from './shared-events.ts'
import { createTextLog } from './text-log.ts'

/** The last entries of a world, numbered from 1. */
export type EntryRing = {
  /** The body of a request is JSON, in pieces. */
  append(event: Written, atMs: number, body: readonly string[] | null): void
  /** The number of the last entry so far. */
  last(): number
  /** From the oldest to the newest, those after an entry's number. */
  since(seq: number): JournalEntry[]
  /** Those that are wanted, from the newest to the oldest. */
  search(isWanted: (event: Written, seq: number) => boolean): Iterable<JournalEntry>
  /** The count goes on: who follows the events sees that those to come are new. `isEnd` when none are to come. */
  clear(isEnd: boolean): void
}

export type Written = Exclude<JournalEvent, RequestMade> | Omit<RequestMade, 'body'>

type Options = {
  limits: { entries: number; bytes: number }
  /** Told when the first entries, up to the number `last`, are about to go. */
  beforeForgetting: (forgetting: { entries: () => JournalEntry[]; last: number; isEnd: boolean }) => void
}

/**
 * Whole numbers and what is shared, since the garbage collector has to copy each entry: that takes longer than to make it.
 * `afterMs` is since the first entry of all. The body lies between two places among the bodies, if there is one.
 */
type Entry = {
  seq: number
  afterMs: number
  event: Exclude<Written, { type: 'request' }> | SharedEvent
  transactionId: string | null
  tenthsOfMs: number
  from: number
  to: number
}

/** Up to a quarter more is kept, because taking off the first of a long list one by one copies it each time. */
const atMost = 1.25

export function createEntryRing({ limits, beforeForgetting }: Options): EntryRing {
  const share = createSharedEvents()
  let entries: Entry[] = []
  let bodies = createTextLog()
  let bytes = 0
  let last = 0
  let startMs: number | undefined

  function makeRoom(): void {
    if (entries.length <= limits.entries * atMost && bytes <= limits.bytes * atMost) return
    const isTooMuch = (count: number) => entries.length - count > limits.entries || bytes > limits.bytes
    let count = 0
    for (; isTooMuch(count) && count < entries.length - 1; count += 1) bytes -= sizeOf(entries[count] as Entry)
    forget(count, false)
    entries.splice(0, count)
    bodies.dropBefore((entries[0] as Entry).from)
  }

  function forget(count: number, isEnd: boolean): void {
    const newest = entries[count - 1]
    if (newest) beforeForgetting({ entries: () => entries.map(read), last: newest.seq, isEnd })
  }

  function eventOf({ event, transactionId, tenthsOfMs }: Entry): Written {
    return event.type === 'request' ? joinEvent(event, { transactionId, durationMs: tenthsOfMs / 10 }) : event
  }

  function read(entry: Entry): JournalEntry {
    const { seq, afterMs, from, to } = entry
    const at = new Date((startMs as number) + afterMs)
    const event = eventOf(entry)
    if (event.type !== 'request') return { seq, at, ...event }
    return { seq, at, ...event, body: from === to ? null : JSON.parse(bodies.read(from, to)) }
  }

  return {
    append(event, atMs, body) {
      startMs ??= atMs
      last += 1
      const from = bodies.end()
      const to = body === null ? from : bodies.append(...body)
      const isRequest = event.type === 'request'
      const entry = {
        seq: last,
        afterMs: atMs - startMs,
        event: isRequest ? share(event) : event,
        transactionId: isRequest ? event.transactionId : null,
        tenthsOfMs: isRequest ? Math.round(event.durationMs * 10) : 0,
        from,
        to,
      }
      entries.push(entry)
      bytes += sizeOf(entry)
      makeRoom()
    },
    last: () => last,
    since(seq) {
      const first = entries[0]?.seq ?? 1
      return entries.slice(Math.max(seq + 1 - first, 0)).map(read)
    },
    *search(isWanted) {
      for (const entry of entries.toReversed()) if (isWanted(eventOf(entry), entry.seq)) yield read(entry)
    },
    clear(isEnd) {
      forget(entries.length, isEnd)
      entries = []
      bodies = createTextLog()
      bytes = 0
    },
  }
}

/** Roughly what an entry takes in memory, in bytes, had it nothing in common with others. */
function sizeOf({ event, from, to }: Entry): number {
  return (event.type === 'request' ? 400 : 200) + to - from
}
