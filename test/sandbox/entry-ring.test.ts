import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { JournalEntry } from '../../server/domain/journal-entry.ts'
import { createEntryRing, type Written } from '../../server/sandbox/entry-ring.ts'

/** The very same for all: only then is what else they have in common kept once. */
const headers = {}
const request = (transactionId: string | null): Written => ({
  type: 'request',
  operation: 'confirmTransaction',
  method: 'GET',
  path: `/confirm/${transactionId}`,
  status: 200,
  dropped: null,
  durationMs: 1.5,
  transactionId,
  headers,
  keysInBody: false,
  liveKeys: false,
})
const settled = (transactionId: string): Written => ({ type: 'transaction', transactionId, status: 'SUCCESS' })

const limits = { entries: 20, bytes: 10_000 }
const mostEntries = 25

const id = fc.constantFrom('a', 'é', '0123456789abcdef01234567')
const body = fc.option(fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 3 }))
const step = fc.oneof(
  { weight: 20, arbitrary: fc.record({ event: fc.option(id).map(request), body, head: fc.constantFrom('', '[') }) },
  { weight: 5, arbitrary: fc.record({ event: id.map(settled), body: fc.constant(null), head: fc.constant('') }) },
  { weight: 1, arbitrary: fc.constant('clear' as const) },
)

t.test(
  'whatever is written, the last entries are kept as they were, and those that go are told of before',
  async () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 60, maxLength: 150 }), (steps) => {
        const all: JournalEntry[] = []
        const told: JournalEntry[] = []
        let kept: JournalEntry[] = []
        const ring = createEntryRing({
          limits,
          beforeForgetting: ({ entries, last }) => told.push(...entries().filter(({ seq }) => seq <= last)),
        })
        for (const [at, next] of steps.entries()) {
          if (next === 'clear') {
            ring.clear(false)
          } else {
            const json = next.body && { head: next.head, tail: JSON.stringify(next.body).slice(next.head.length) }
            ring.append(next.event, 1_000 + at, json)
            const seq = all.length + 1
            const whole = next.event.type === 'request' ? { ...next.event, body: next.body } : next.event
            all.push({ seq, at: new Date(1_000 + at), ...whole } as JournalEntry)
          }
          kept = ring.since(0)
          // What went is all the rest, once and in its order.
          assert.deepEqual([...told, ...kept], all)
          if (kept.length > mostEntries) throw new Error(`${kept.length} entries are kept`)
          if (next === 'clear' && kept.length > 0) throw new Error('entries are left')
        }
        assert.deepEqual([...ring.search(() => true)].reverse(), kept)
        assert.deepEqual(ring.since(all.length - 3), kept.slice(-3))
      }),
      { numRuns: 60 },
    )
  },
)

t.test('no more goes than has to', async (t) => {
  const ring = createEntryRing({ limits, beforeForgetting() {} })
  for (let n = 0; n < mostEntries; n += 1) ring.append(request(null), n, null)
  t.equal(ring.since(0).length, mostEntries)
  ring.append(request(null), mostEntries, null)
  t.equal(ring.since(0).length, limits.entries)
  const large = `["${'x'.repeat(limits.bytes * 2)}"`
  for (const [n, body] of [
    { head: large, tail: ']' },
    { head: '', tail: `${large}]` },
  ].entries()) {
    ring.append(request(null), 0, body)
    t.same(
      ring.since(0).map(({ seq }) => seq),
      [mostEntries + 2 + n],
      'all but what is large has to',
    )
  }
})
