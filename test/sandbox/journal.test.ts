import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import t from 'tap'
import { createJournal, type Forgetting, type Written } from '../../server/sandbox/journal.ts'

const request = (change: Partial<Extract<Written, { type: 'request' }>> = {}): Written => ({
  type: 'request',
  operation: 'requestPayment',
  method: 'POST',
  path: '/api/v1/payments/request',
  status: 200,
  dropped: null,
  durationMs: 1,
  transactionId: 'a',
  headers: {},
  keysInBody: false,
  liveKeys: false,
  ...change,
})
const settled: Written = { type: 'transaction', transactionId: 'a', status: 'SUCCESS' }
const now = () => new Date('2026-01-02T03:04:05Z')
const seqs = (entries: { seq: number }[]) => entries.map(({ seq }) => seq)

function start(limits = { entries: 4, bytes: 10_000, worlds: 2 }) {
  const told: string[] = []
  const errors: unknown[] = []
  const forgotten: [world: string, seqs: number[], last: number, isEnd: boolean][] = []
  const changed = (world: string) => told.push(world)
  const failed = (error: unknown) => errors.push(error)
  const beforeForgetting = ({ world, entries, last, isEnd }: Forgetting) =>
    void forgotten.push([world, seqs(entries), last, isEnd])
  return { told, errors, forgotten, journal: createJournal({ now, changed, failed, beforeForgetting, limits }) }
}

t.test('entries are numbered by world, and tell who waits', async (t) => {
  const { journal, told } = start()
  journal.write('m', request())
  journal.write('n', request())
  journal.write('m', settled)
  t.match(journal.since('m', 0), [
    { seq: 1, at: now(), type: 'request' },
    { seq: 2, type: 'transaction' },
  ])
  t.same(seqs(journal.since('m', 1)), [2])
  t.same(journal.since('m', 2), [])
  t.same(journal.since('nobody', 0), [])
  t.same(told, ['m', 'n', 'm'])
})

t.test('the oldest go: too many, too large, or of the world that nothing happened in for longest', async (t) => {
  const { journal } = start()
  for (let n = 0; n < 20; n++) journal.write('m', request())
  const kept = seqs(journal.since('m', 0))
  t.ok(kept.length >= 4 && kept.length <= 5, String(kept))
  t.equal(kept.at(-1), 20)
  t.same(seqs(journal.since('m', 18)), [19, 20])

  journal.write('large', request(), JSON.stringify('x'.repeat(9_000)))
  journal.write('large', request(), JSON.stringify('x'.repeat(9_000)))
  t.same(seqs(journal.since('large', 0)), [2])

  journal.write('third', request())
  t.same(journal.since('m', 0), [])
})

t.test('an entry that alone is too large stays: it is the last thing that happened', async (t) => {
  const { journal } = start()
  journal.write('m', request(), JSON.stringify('x'.repeat(1_000_000)))
  t.same(seqs(journal.since('m', 0)), [1])
})

t.test('whatever is kept has the body with which it was written, or none', async () => {
  const body = fc.option(
    fc.oneof(
      fc.jsonValue(),
      fc.nat({ max: 20_000 }).map((length) => 'é'.repeat(length)),
    ),
  )
  fc.assert(
    fc.property(fc.array(body, { maxLength: 40 }), (bodies) => {
      const { journal } = start()
      for (const body of bodies) journal.write('m', request(), body === null ? null : JSON.stringify(body))
      return journal.since('m', 0).every((entry) => {
        const kept = entry.type === 'request' ? entry.body : undefined
        return JSON.stringify(kept) === JSON.stringify(bodies[entry.seq - 1])
      })
    }),
  )
})

t.test('whatever requests have in common, each is kept as it was written', async () => {
  const headers = {}
  const change = fc.constantFrom<Parameters<typeof request>[0][]>(
    {},
    { operation: null },
    { method: 'PUT' },
    { status: 0 },
    { dropped: 'RESET' },
    { headers: { host: 'a' } },
    { keysInBody: true },
    { liveKeys: true },
    { durationMs: 0.3 },
    { transactionId: null },
    { transactionId: 'é' },
    ...['/b', '/a', '/b/a', '/a/a', 'a', ''].map((path) => ({ path })),
  )
  fc.assert(
    fc.property(fc.array(change, { minLength: 10, maxLength: 40 }), (changes) => {
      const { journal } = start({ entries: 100, bytes: 1_000_000, worlds: 1 })
      const written = changes.map((change) => request({ headers, ...change }))
      for (const event of written) journal.write('m', event)
      t.same(
        journal.since('m', 0),
        written.map((event, n) => ({ seq: n + 1, at: now(), ...event, body: null })),
      )
    }),
    { numRuns: 50 },
  )
})

t.test('calls are listed newest first, page by page, filtered', async (t) => {
  const { journal } = start({ entries: 100, bytes: 1_000_000, worlds: 2 })
  journal.write('m', request())
  journal.write('m', settled)
  journal.write('m', request({ operation: 'confirmTransaction', transactionId: 'b' }))
  journal.write('m', request({ status: 400, transactionId: null }))
  const first = journal.requests('m', { limit: 2 })
  t.same([seqs(first.items), first.next], [[4, 3], '3'])
  const last = journal.requests('m', { limit: 2, after: '3' })
  t.same([seqs(last.items), last.next], [[1], null])
  t.same(seqs(journal.requests('m', { limit: 9, operation: 'confirmTransaction' }).items), [3])
  t.same(seqs(journal.requests('m', { limit: 9, status: 400 }).items), [4])
  t.same(seqs(journal.requests('m', { limit: 9, transaction: 'a' }).items), [1])
})

t.test('what is cleared is gone, and the count goes on', async (t) => {
  const { journal } = start()
  journal.write('m', request())
  journal.clear('m')
  t.same(journal.since('m', 0), [])
  journal.write('m', settled)
  t.same(seqs(journal.since('m', 1)), [2])
})

t.test('an entry that is made later keeps its place', async (t) => {
  const { journal } = start()
  journal.writeSoon('m', () => ({ event: request({ path: '/first' }), body: { head: '{"a"', tail: ':1}' }, keys: [] }))
  journal.write('m', settled)
  t.match(journal.since('m', 0), [
    { seq: 1, path: '/first', body: { a: 1 } },
    { seq: 2, type: 'transaction' },
  ])
})

type Reading = { what: string; read: (journal: ReturnType<typeof start>['journal']) => unknown; shows: unknown }
const readings: Reading[] = [
  { what: 'the entries', read: (journal) => seqs(journal.since('m', 0)), shows: [1] },
  { what: 'the last number', read: (journal) => journal.last('m'), shows: 1 },
  { what: 'the requests', read: (journal) => seqs(journal.requests('m', { limit: 9 }).items), shows: [1] },
  { what: 'the worlds', read: (journal) => journal.worlds(), shows: ['m'] },
]
for (const { what, read, shows } of readings) {
  t.test(`whoever reads ${what} sees what is to be made later`, async (t) => {
    const { journal } = start()
    journal.writeSoon('m', () => ({ event: request(), body: null, keys: [] }))
    t.same(read(journal), shows)
  })
}

t.test('what is to be made later is forgotten with what was before', async (t) => {
  const { journal } = start()
  journal.write('m', settled)
  journal.writeSoon('m', () => ({ event: request(), body: null, keys: [] }))
  journal.clear('m')
  t.same(journal.since('m', 0), [])
  t.equal(journal.last('m'), 2)
})

t.test('who waits is told of an entry although nobody reads', async (t) => {
  const { journal, told } = start()
  journal.writeSoon('m', () => ({ event: request(), body: null, keys: [] }))
  t.same(told, [])
  await setImmediate()
  t.same(told, ['m'])
})

t.test('an entry that cannot be made costs no other', async (t) => {
  const { journal, errors } = start()
  const broken = new Error('broken')
  journal.writeSoon('m', () => {
    throw broken
  })
  journal.writeSoon('m', () => ({ event: request(), body: null, keys: [] }))
  t.same(seqs(journal.since('m', 0)), [1])
  t.same(errors, [broken])
})

t.test('before entries go, all that are there are shown to whom it may concern', async (t) => {
  const { journal, forgotten } = start()
  for (let n = 0; n < 6; n++) journal.write('m', request(), '{}')
  journal.write('n', settled)
  t.same(forgotten, [['m', [1, 2, 3, 4, 5, 6], 2, false]], 'the ring is full')

  journal.clear('n')
  journal.clear('n')
  journal.clear('nobody')
  t.same(forgotten.slice(1), [['n', [1], 1, false]], 'it is cleared')

  journal.write('o', settled)
  journal.clear('o', true)
  t.same(
    forgotten.slice(2),
    [
      ['m', [3, 4, 5, 6], 6, true],
      ['o', [1], 1, true],
    ],
    'a world makes room, and one ends',
  )
})

t.test('what is written later is without the keys that its merchant has used, however it had them', async (t) => {
  const { journal } = start({ entries: 9, bytes: 10_000, worlds: 2 })
  const visit = (to: string): Written => ({ type: 'gate', transactionId: 'a', what: 'sent-back', to })
  journal.write('m', request(), null, ['of-the-body-0123'])
  journal.writeSoon('m', () => ({ event: request(), body: null, keys: ['of-the-header-0123'] }))
  journal.write('m', visit('http://a/?b=of-the-body-0123&h=of-the-header-0123&k=tsk_0123&d=%74sk_0123'))
  journal.write('n', visit('http://a/?b=of-the-body-0123'))
  t.match(journal.since('m', 2), [{ to: 'http://a/?b=…&h=…&k=…&d=…' }])
  t.match(journal.since('n', 0), [{ to: 'http://a/?b=of-the-body-0123' }], 'another merchant has not used it')
  journal.clear('m')
  t.equal(journal.redact('m', 'of-the-header-0123'), '…', 'and it stays one when the entries are gone')
})
