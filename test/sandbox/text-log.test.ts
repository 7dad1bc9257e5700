import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import t from 'tap'
import { createJournal } from '../../server/sandbox/journal.ts'
import { createTextLog } from '../../server/sandbox/text-log.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Megabytes outside of the heap that are in use. */
function outside(): number {
  // The second one waits for what the first has found to be given back.
  collect()
  collect()
  return process.memoryUsage().arrayBuffers / 2 ** 20
}

t.test('every text that is kept reads as it was written', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.nat({ max: 100_000 }).map((length) => `é${'x'.repeat(length)}`),
  )
  const step = fc.record({ text, dropped: fc.double({ min: 0, max: 1, noNaN: true }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
      const log = createTextLog()
      let kept: { text: string; from: number; to: number }[] = []
      for (const { text, dropped } of steps) {
        const from = log.end()
        kept.push({ text, from, to: log.append(text) })
        kept = kept.slice(dropped > 0.8 ? Math.floor(kept.length * dropped) : 0)
        log.dropBefore(kept[0]?.from ?? log.end())
        for (const { text, from, to } of kept) if (log.read(from, to) !== text) return false
      }
      return true
    }),
    { numRuns: 50 },
  )
})

t.test('what is dropped leaves room for what comes: however much passes, no more is taken than is kept', async (t) => {
  const log = createTextLog()
  const before = outside()
  const places = [0]
  for (let n = 0; n < 200; n += 1) {
    places.push(log.append(String(n % 10).repeat(250_000)))
    if (n >= 4) log.dropBefore(places[n - 3] as number)
  }
  t.equal(log.read(places[199] as number, places[200] as number), '9'.repeat(250_000))
  t.ok(outside() - before < 8, 'of 50 MB 1 MB is kept')
})

t.test('once what was large is gone, its room is given back', async (t) => {
  const log = createTextLog()
  const before = outside()
  const small = log.append('x'.repeat(30_000_000))
  const end = log.append('é')
  log.dropBefore(small)
  t.ok(outside() - before < 5)
  t.equal(log.read(small, end), 'é')
})

t.test('the journal keeps no body longer than its entry', async (t) => {
  const limits = { entries: 10, bytes: 1_000_000, worlds: 1 }
  const journal = createJournal({ now: () => new Date(0), changed: () => {}, failed: () => {}, limits })
  const before = outside()
  for (let n = 0; n < 500; n += 1) journal.write('m', { ...request, path: `/${n}` }, JSON.stringify('x'.repeat(50_000)))
  t.ok(outside() - before < 5, 'of 25 MB')
  t.ok(journal.since('m', 0).length <= 13)
})

const request = {
  type: 'request',
  operation: null,
  method: 'POST',
  status: 200,
  dropped: null,
  durationMs: 1,
  transactionId: null,
  headers: {},
  keysInBody: false,
  liveKeys: false,
} as const
