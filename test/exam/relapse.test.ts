import t from 'tap'
import { nextPayment } from '../../server/exam/next-payment.ts'
import { createObserver } from '../../server/exam/observe.ts'
import { examineShop } from '../support/exam.ts'
import { type Broken, startFragileShop } from '../support/fragile-shop.ts'
import { startReceiver } from '../support/receiver.ts'

const codes = [
  ...['true-callback', 'forged-unknown-id', 'empty-body', 'malformed-body', 'wrong-types'],
  ...['wrong-amount', 'forged-after-failure', 'late-after-cancel'],
]

const fails = 'the application fails at what it did before'
const still = 'the application still fails'
const believes = '--believes: {url}/paid/{id} answered'
const start = '--start: POST {url}/orders answered'
const well = ['', 'passed']

for (const [what, broken, expected] of [
  [
    'says no more what it believes has failed, and the rest is not observable',
    ({ path }) => (path.startsWith('/paid') ? 500 : undefined),
    [
      ...[well, well],
      [`after empty-body ${fails}: ${believes} 500`, 'failed'],
      ...Array(5).fill([`${still}, as in empty-body: ${believes} 500`, 'not-observable']),
    ],
  ],
  [
    'says nonsense of what it believes has failed',
    ({ path }) => (path.startsWith('/paid') ? 200 : undefined),
    [
      ...[well, well],
      [`after empty-body ${fails}: ${believes} 200, Oops`, 'failed'],
      ...Array(5).fill([`${still}, as in empty-body: ${believes} 200, Oops`, 'not-observable']),
    ],
  ],
  [
    'starts no more payments has failed where that shows, and all that may be the cause is named',
    ({ path }) => (path === '/orders' ? 503 : undefined),
    [
      ...[well, well, well, well, well, well],
      [`after one of the cases from forged-unknown-id to wrong-amount ${fails}: ${start} 503`, 'failed'],
      [`${still}, as in forged-after-failure: ${start} 503`, 'not-observable'],
    ],
  ],
  [
    'stumbles over one payment has failed, and the exam goes on with another for as long as there are any',
    ({ path, isPoisoned, payments }) => {
      if (path === '/orders' && payments === 4) return 503
      return path.startsWith('/paid') && isPoisoned ? 500 : undefined
    },
    [
      ...[well, well],
      [`after empty-body ${fails}: ${believes} 500`, 'failed'],
      [`after malformed-body ${fails}: ${believes} 500`, 'failed'],
      ...[well, well],
      [`after one of the cases from wrong-types to wrong-amount ${fails}: ${start} 503`, 'failed'],
      [`${still}, as in forged-after-failure: ${start} 503`, 'not-observable'],
    ],
  ],
] as [string, Broken, [string, string][]][]) {
  t.test(`a case after which the application lives and ${what}`, async (t) => {
    const shop = await startFragileShop(t, broken)
    const results = await examineShop(shop, { believes: `${shop.url}/paid/{transaction_id}` }, codes)
    for (const [index, [why, outcome]] of expected.entries()) {
      const result = results[index]
      if (outcome !== 'passed') t.match(result?.why.fr, /: --(believes|start) : .* a répondu \d{3}/)
      t.match(result, { code: codes[index], outcome })
      const said = result?.why.en.replaceAll(shop.url, '{url}').replace(/\/paid\/\w+/, '/paid/{id}')
      if (outcome !== 'passed') t.equal(said, why)
      if (outcome !== 'failed') continue
      t.match(result?.transcript.at(-1), { received: 'Oops' })
      t.match(result?.fix, { en: /^What one request leaves behind/, fr: /^Ce que laisse une requête/ })
    }
  })
}

for (const [what, broken, message] of [
  [
    'what it believes',
    ({ path }) => (path.startsWith('/paid') ? 500 : undefined),
    /^--believes: .* answered 500; it must/,
  ],
  [
    'what it believes of an id that it does not know',
    ({ path, isKnown }) => (path.startsWith('/paid') && !isKnown ? 500 : undefined),
    /^--believes: .* answered 500; it must .* for an id that it does not know false or 404$/,
  ],
  ['how to start a payment', ({ path }) => (path === '/orders' ? 500 : undefined), /^--start: .* answered 500 Oops$/],
] as [string, Broken, RegExp][]) {
  t.test(`an application that never says ${what} cannot be examined, and nothing hostile is sent to it`, async (t) => {
    const shop = await startFragileShop(t, broken, true)
    const settings = { believes: `${shop.url}/paid/{transaction_id}` }
    // What is true may be told to whoever does not know.
    await t.rejects(examineShop(shop, settings, codes.slice(1)), { name: 'UsageError', message })
    t.notOk(shop.received.some(({ path }) => path === '/callback'))
  })
}

t.test('keys that the URLs of --believes and --start hold are in no report and no error', async (t) => {
  const shop = await startFragileShop(t, ({ path }) => (path.startsWith('/paid') ? 500 : undefined))
  const key = 'tsk_of-a-merchant'
  const settings = { env: { INTRAM_SECRET: key }, believes: `${shop.url}/paid/${key}/{transaction_id}` }
  const [, , failed] = await examineShop(shop, settings, codes)
  t.match(failed, { outcome: 'failed', why: { en: `--believes: ${shop.url}/paid/…/` } })
  t.notMatch(JSON.stringify(failed), key)

  const start = `POST ${shop.url}/nothing/${key}`
  await t.rejects(examineShop(shop, { ...settings, start }, codes), {
    message: `--start: POST ${shop.url}/nothing/… answered 404`,
  })
})

for (const [who, startsByHand, message] of [
  ['a request', false, /^--start: the application started no payment in time\. Is it running/],
  ['a person', true, /^The application started no payment in time\. Is it running/],
] as const) {
  t.test(`a payment that ${who} does not start in time is waited for no longer`, async (t) => {
    // Something has to keep the process: the sandbox does that elsewhere.
    await startReceiver(t)
    const options = { observer: createObserver(), origin: 'http://localhost:4002', startsByHand, startPatienceMs: 1 }
    await t.rejects(nextPayment({ ...options, startPayment: async () => {} }), { name: 'UsageError', message })
  })
}
