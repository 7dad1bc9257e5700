import type { JournalEntry, JournalEvent, RequestMade } from '../domain/journal-entry.ts'
import { createSharedEvents, joinEvent, type SharedEvent } from './shared-events.ts'
import { createTextLog } from './text-log.ts'

/** The last entries of a world, numbered from 1. */
export type EntryRing = {
  append(event: Written, atMs: number, body: BodyJson | null): void
  /** The number of the last entry so far. */
  last(): number
  /** From the oldest to the newest, those after an entry's number. */
  since(seq: number): JournalEntry[]
  /** Those that are wanted, from the newest to the oldest. */
  search(isWanted: (event: Written, seq: number) => boolean): Iterable<JournalEntry>
  /** The count goes on: who follows the events sees that those to come are new. `isEnd` when none are to come. */
  clear(isEnd: boolean): void
}

/** The body of a request as JSON: how it begins, as many do, and the rest. */
export type BodyJson = { head: string; tail: string }

export type Written = Exclude<JournalEvent, RequestMade> | Omit<RequestMade, 'body'>

type Options = {
  limits: { entries: number; bytes: number }
  /** Told when the first entries, up to the number `last`, are about to go. */
  beforeForgetting: (forgetting: { entries: () => JournalEntry[]; last: number; isEnd: boolean }) => void
}

/** What of an entry is an object: all of it, unless it is a request, of which this is what many have in common. */
type Kept = Exclude<Written, { type: 'request' }> | SharedEvent

/**
 * The rest of an entry, since the garbage collector would have to copy an object of its own for each: that takes longer
 * than to make it. `afterMs` is since the first entry of all. Its transaction's id lies from one place among the texts to
 * the next, the rest of its body from there on, if it has them.
 */
const columns = { afterMs: 0, tenthsOfMs: 1, from: 2, bodyFrom: 3, to: 4 } as const
const width = Object.keys(columns).length
type Column = (typeof columns)[keyof typeof columns]

/** Up to a quarter more is kept, since what is about to be forgotten is judged all at once. */
const atMost = 1.25
const smallest = 16

/** Roughly what an entry takes in memory beside its texts, in bytes, had it nothing in common with others. */
const [ofRequest, ofOther] = [400, 200]

export function createEntryRing({ limits, beforeForgetting }: Options): EntryRing {
  const share = createSharedEvents()
  let texts = createTextLog()
  // A power of two: the last digits of an entry's number say where it is.
  let room = smallest
  let events: (Kept | undefined)[] = Array(room)
  let numbers = new Float64Array(room * width)
  let bytes = 0
  let first = 1
  let last = 0
  let startMs: number | undefined

  const count = () => last + 1 - first
  const eventAt = (seq: number) => events[seq & (room - 1)] as Kept
  const numberAt = (seq: number, column: Column) => numbers[(seq & (room - 1)) * width + column] as number

  function grow(): void {
    const wider = new Float64Array(2 * room * width)
    const more: typeof events = Array(2 * room)
    for (let seq = first; seq <= last; seq += 1) {
      const at = (seq & (room - 1)) * width
      wider.set(numbers.subarray(at, at + width), (seq & (2 * room - 1)) * width)
      more[seq & (2 * room - 1)] = eventAt(seq)
    }
    room *= 2
    numbers = wider
    events = more
  }

  function makeRoom(): void {
    if (count() <= limits.entries * atMost && bytes <= limits.bytes * atMost) return
    let newest = first - 1
    while ((last - newest > limits.entries || bytes > limits.bytes) && newest < last - 1) bytes -= sizeOf(++newest)
    forget(newest, false)
    texts.dropBefore(numberAt(first, columns.from))
  }

  function forget(newest: number, isEnd: boolean): void {
    if (newest < first) return
    beforeForgetting({ entries: () => read(first), last: newest, isEnd })
    for (; first <= newest; first += 1) events[first & (room - 1)] = undefined
  }

  function sizeOf(seq: number): number {
    const event = eventAt(seq)
    const other = event.type === 'request' ? ofRequest + event.bodyHead.length : ofOther
    return other + numberAt(seq, columns.to) - numberAt(seq, columns.from)
  }

  function textAt(seq: number, from: Column, to: Column): string | null {
    const [start, end] = [numberAt(seq, from), numberAt(seq, to)]
    return start === end ? null : texts.read(start, end)
  }

  function requestAt(seq: number, shared: SharedEvent): Omit<RequestMade, 'body'> {
    const transactionId = textAt(seq, columns.from, columns.bodyFrom)
    return joinEvent(shared, { transactionId, durationMs: numberAt(seq, columns.tenthsOfMs) / 10 })
  }

  function writtenAt(seq: number): Written {
    const event = eventAt(seq)
    return event.type === 'request' ? requestAt(seq, event) : event
  }

  function entryAt(seq: number): JournalEntry {
    const at = new Date((startMs as number) + numberAt(seq, columns.afterMs))
    const event = eventAt(seq)
    if (event.type !== 'request') return { seq, at, ...event }
    const tail = textAt(seq, columns.bodyFrom, columns.to)
    return { seq, at, ...requestAt(seq, event), body: tail === null ? null : JSON.parse(event.bodyHead + tail) }
  }

  function read(from: number): JournalEntry[] {
    return Array.from({ length: Math.max(last + 1 - from, 0) }, (_, i) => entryAt(from + i))
  }

  return {
    append(event, atMs, body) {
      startMs ??= atMs
      if (count() === room) grow()
      last += 1
      const isRequest = event.type === 'request'
      const id = (isRequest && event.transactionId) || ''
      const from = texts.end()
      const bodyFrom = id === '' ? from : texts.append(id)
      const to = body === null ? bodyFrom : texts.append(body.tail)
      const at = (last & (room - 1)) * width
      events[last & (room - 1)] = isRequest ? share(event, body === null ? '' : body.head) : event
      numbers[at + columns.afterMs] = atMs - startMs
      numbers[at + columns.tenthsOfMs] = isRequest ? Math.round(event.durationMs * 10) : 0
      numbers[at + columns.from] = from
      numbers[at + columns.bodyFrom] = bodyFrom
      numbers[at + columns.to] = to
      bytes += sizeOf(last)
      makeRoom()
    },
    last: () => last,
    since: (seq) => read(Math.max(seq + 1, first)),
    *search(isWanted) {
      for (let seq = last; seq >= first; seq -= 1) if (isWanted(writtenAt(seq), seq)) yield entryAt(seq)
    },
    clear(isEnd) {
      forget(last, isEnd)
      texts = createTextLog()
      bytes = 0
    },
  }
}
