import t from 'tap'
import { judge, lints, nextJudgementAt } from '../../server/domain/findings/catalogue.ts'
import { findingCodes } from '../../server/domain/findings/codes.ts'
import { at, called, confirmed, created, journalOf, settled } from '../support/observed.ts'

type Events = Parameters<typeof journalOf>[0]
const polls = (...seconds: number[]) => seconds.map((after) => confirmed(after))
const ordered = (order: Parameters<typeof created>[0] & {}) => [created(order), settled(1), confirmed(2)]
const callback = (url: string | null) => ordered({ order: { callbackUrl: url } })
const twice = (second: Parameters<typeof created>[0], first: Parameters<typeof created>[0] = {}) => [
  created(first),
  settled(1),
  confirmed(2),
  created({ after: 60, transactionId: 'b', ...second }),
  settled(61, { transactionId: 'b' }),
  confirmed(62, { transactionId: 'b' }),
]
const retried = (first: Parameters<typeof created>[0], again: Parameters<typeof created>[0] = {}) => [
  created(first),
  created({ after: 5, transactionId: 'b', ...again }),
]
const from = (headers: Record<string, string>, change: Parameters<typeof created>[0] = {}) => [
  created({ headers: { 'x-private-key': '…', host: 'localhost:4002', ...headers }, ...change }),
]
const page = (url: string, headers: Record<string, string> = {}) =>
  from({ 'sec-fetch-site': 'same-origin', origin: new URL(url).origin, referer: url, ...headers })
const preflight = (asked: string): Events => [
  confirmed(0, {
    method: 'OPTIONS',
    operation: null,
    transactionId: null,
    status: 405,
    headers: { origin: 'http://localhost:3000', 'access-control-request-headers': asked },
  }),
]

/** For each finding what provokes it, with the entries that show it, and what comes close. */
const cases: [code: string, provoked: [Events, number[]][], close: Events[]][] = [
  [
    'blind-trust',
    [
      [
        [created(), settled(1), called(2)],
        [2, 3],
      ],
      [
        [created(), confirmed(0), settled(1), called(2), confirmed(70)],
        [3, 4],
      ],
      [
        [created(), settled(1), called(2), confirmed(3, { status: 500 })],
        [2, 3],
      ],
      [
        [created(), settled(1), called(2), confirmed(3, { transactionId: 'b' })],
        [2, 3],
      ],
    ],
    [
      [created(), settled(1), confirmed(2), called(2)],
      [created(), settled(1), called(2), confirmed(60)],
      [created(), settled(1), called(2, { status: 500, state: 'pending' }), confirmed(99)],
      [settled(0), called(5, { durationMs: 4000 }), confirmed(2)],
      [created(), settled(1), confirmed(2), called(2), called(3, { attempt: 2 })],
      // The journal may have forgotten a confirmation along with the end.
      [called(2)],
      [created(), called(2)],
      [created(), settled(950), called(960)],
    ],
  ],
  [
    'final-status-never-read',
    [[[created(), confirmed(0), settled(1)], [3]]],
    [
      [created(), settled(1), confirmed(300)],
      [created(), settled(1, { status: 'FAIL' })],
      [created(), settled(950)],
      [created(), settled(1), called(2)],
    ],
  ],
  [
    'order-paid-twice',
    [[twice({}), [1, 4]]],
    [
      twice({ order: { signature: 'order 2' } }),
      twice({ order: { isNamed: false } }, { order: { isNamed: false } }),
      twice({ after: 901 }),
      [created(), settled(1, { status: 'FAIL' }), ...twice({}).slice(3)],
    ],
  ],
  [
    'create-retried-blindly',
    [
      [retried({ status: 500, transactionId: null }), [1, 2]],
      [retried({ status: 0, dropped: 'EMPTY_RESPONSE' }), [1, 2]],
      [retried({ status: 0, dropped: 'CLIENT_LEFT' }), [1, 2]],
      [retried({ status: 500 }, { after: 40, durationMs: 30_000 }), [1, 2]],
    ],
    [
      retried({ status: 400, transactionId: null }),
      retried({}),
      retried({ status: 500 }, { order: { sent: 'body 2' } }),
      retried({ status: 500 }, { after: 11 }),
    ],
  ],
  [
    'key-from-browser',
    [
      [from({ origin: 'https://shop.example.com' }), [1]],
      [from({ 'sec-fetch-site': 'cross-site' }), [1]],
      [from({ origin: 'https://shop.example.com' }, { status: 401 }), [1]],
      [preflight('content-type,x-api-key,x-private-key'), [1]],
      [preflight('X-SECRET-KEY'), [1]],
      // Through the proxy of a development server, which changes the host or leaves it.
      [page('http://localhost:5173/shop'), [1]],
      [page('http://localhost:5173/documents', { host: 'localhost:5173' }), [1]],
      [from({ 'sec-fetch-site': 'same-origin', referer: 'http://localhost:5173/' }), [1]],
      [from({ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:5173' }), [1]],
      [from({ origin: 'https://shop.example.com' }, { path: '/widget/payments', keysInBody: true }), [1]],
    ],
    [
      from({ 'sec-fetch-mode': 'cors' }),
      from({ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4002' }),
      from({ 'sec-fetch-site': 'same-origin' }),
      page('http://localhost:4002/docs'),
      page('https://sandbox.example.com/docs/static/index.html'),
      [created({ headers: { origin: 'https://shop.example.com', 'x-api-key': '…' }, status: 401 })],
      preflight('content-type,x-api-key'),
      from({ origin: 'https://shop.example.com' }, { path: '/widget/payments' }),
    ],
  ],
  ['keys-in-body', [[[created({ keysInBody: true })], [1]]], [[created()]]],
  ['live-keys', [[[created({ liveKeys: true })], [1]]], [[created()]]],
  ['amount-as-text', [[ordered({ order: { amountAsText: true } }), [1]]], [ordered({})]],
  [
    'items-do-not-add-up',
    [
      [ordered({ order: { shown: { sum: 999, within: 0 } } }), [1]],
      [ordered({ order: { shown: { sum: 998.9, within: 1 } } }), [1]],
    ],
    [
      ordered({ order: { shown: { sum: 1000, within: 0 } } }),
      ordered({ order: { shown: { sum: 999.6, within: 0.5 } } }),
      ordered({ order: { shown: { sum: 1000.0000000001, within: 0 } } }),
      ordered({ order: { shown: null } }),
    ],
  ],
  [
    'amount-not-multiple-of-5',
    [[ordered({ order: { amount: 1001 } }), [1]]],
    [ordered({ order: { amount: 1005 } }), ordered({ order: { amount: 100_002 } })],
  ],
  ['lower-case-currency', [[ordered({ order: { currency: 'xof' } }), [1]]], [ordered({})]],
  [
    'no-callback-url',
    [[callback(null), [1]]],
    [callback('http://127.0.0.1/'), [created({ status: 500, transactionId: null, order: { callbackUrl: null } })]],
  ],
  [
    'callback-over-http',
    [
      [callback('http://shop.example.com/callback'), [1]],
      [callback('http://203.0.113.7/'), [1]],
      [callback('http://[2001:db8::7]/callback'), [1]],
      [callback('http://[::ffff:203.0.113.7]/'), [1]],
    ],
    [
      ...['https://shop.example.com/', 'http://localhost:3000/', 'http://web/', 'http://shop.test/'],
      ...['http://172.20.0.3/', 'http://192.168.1.2/', 'http://[::1]/', 'http://[fd00::1]/'],
      ...['http://[fe80::1]/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/', 'https://[2001:db8::7]/'],
    ].map(callback),
  ],
  [
    'polling-too-fast',
    [
      [
        [created(), ...polls(1, 1.5, 2.4)],
        [2, 3, 4],
      ],
      [
        [...polls(1, 1.1, 1.2), settled(2)],
        [1, 2, 3],
      ],
    ],
    [
      [created(), ...polls(1, 2, 3, 4, 5)],
      [created(), ...polls(1, 1.1, 3, 3.1)],
      [created(), settled(1), ...polls(1, 1.1, 1.2, 1.3)],
      polls(1, 1.1, 1.2, 1.3),
    ],
  ],
  [
    'slow-acknowledgement',
    [[[called(9, { durationMs: 5001 }), confirmed(9)], [1]]],
    [
      [called(9, { durationMs: 5000 }), confirmed(9)],
      [called(9, { durationMs: 15_000, status: null, outcome: 'timed-out' })],
    ],
  ],
  [
    'callback-answers-page',
    [
      [[called(2, { status: 302, state: 'pending' })], [1]],
      [[called(2, { isPage: true }), confirmed(2)], [1]],
    ],
    [[called(2), confirmed(2)], [called(2, { status: 500, state: 'pending' })]],
  ],
]

for (const [code, provoked, close] of cases) {
  t.test(`${code} is found where it is, and not where something only looks like it`, async (t) => {
    const found = (events: Events) =>
      judge({ entries: journalOf(events), now: at(1000) }).filter((finding) => finding.code === code)
    for (const [events, seqs] of provoked) t.match(found(events), [{ code, seqs }], JSON.stringify(events))
    for (const events of close) t.same(found(events), [], JSON.stringify(events))
  })
}

t.test('a payment that is handled well has no finding', async (t) => {
  const entries = journalOf([created(), confirmed(0), settled(5), confirmed(6), called(6), confirmed(7)])
  t.same(judge({ entries, now: at(1000) }), [])
})

t.test('each finding has a code of its own, is in the table above, and speaks both languages', async (t) => {
  t.same(lints.map(({ code }) => code).toSorted(), cases.map(([code]) => code).toSorted())
  t.same(lints.map(({ code }) => code).toSorted(), findingCodes.toSorted(), 'those that --ignore takes')
  for (const { code, sentence, fix } of lints) {
    for (const text of [sentence, fix]) {
      t.match(text.en, /^[A-Z][^\n]{10,}\.$/, code)
      t.match(text.fr, /^[A-ZÀ-Ý][^\n]{10,}\.$/, code)
      t.notMatch(`${text.en} ${text.fr}`, /'/, code)
    }
  }
})

t.test('time alone makes something a finding at no other instant than those that are foretold', async (t) => {
  const events = [created(), settled(1), called(2, { status: 500, state: 'pending' }), called(62, { attempt: 2 })]
  const entries = journalOf([
    ...events,
    created({ after: 90, transactionId: 'b' }),
    settled(91, { transactionId: 'b' }),
  ])
  const judgedAt = (now: Date) => judge({ entries, now }).map(({ code, seqs }) => `${code} ${seqs}`)
  const foretold: number[] = []
  for (let now = at(91), next: Date | undefined; ; now = next) {
    next = nextJudgementAt({ entries, now })
    if (!next) break
    foretold.push((next.getTime() - at(0).getTime()) / 1000)
    t.same(judgedAt(new Date(next.getTime() - 1)), judgedAt(now))
  }
  t.same(foretold, [122, 151])
  t.same(judgedAt(at(9999)), judgedAt(at(151)))
  t.not(judgedAt(at(151)).length, judgedAt(at(91)).length)
  t.equal(nextJudgementAt({ entries: [], now: at(0) }), undefined)
})
