import t from 'tap'
import type { Result } from '../../server/exam/exam.ts'
import { examineShop, outcomes } from '../support/exam.ts'
import { type Handler, startSmallShop } from '../support/small-shop.ts'

const lies = [
  ...['forged-unknown-id', 'forged-foreign-id', 'forged-status', 'huge-body'],
  ...['forged-after-failure', 'late-after-cancel'],
]
const truths = ['true-callback', 'callback-twice', 'callback-ten-at-once', 'out-of-order', 'wrong-amount']

const believesLater: Handler = ({ transaction_id: id, status }, { pay, later }) => {
  later(() => status === 'SUCCESS' && pay(id))
}

const asksLater: Handler = (told, { intram, pay, isPaid, later }) => {
  later(async () => {
    const { status, transaction_id: id } = await intram.confirmCallback(told)
    if (status === 'SUCCESS' && !isPaid(id)) pay(id)
  })
}

const ignores: Handler = () => {}

/** The cases in which an application fails; it passes the others. */
const table: [string, Handler, string[]][] = [
  ['believes each callback a while after it has acknowledged it', believesLater, [...lies, ...truths]],
  [
    'does so once',
    ({ transaction_id: id, status }, { pay, isPaid, later }) => {
      later(() => status === 'SUCCESS' && !isPaid(id) && pay(id))
    },
    [...lies, ...truths],
  ],
  [
    'asks Intram after it has acknowledged, and does not read the answer',
    ({ transaction_id: id }, { intram, pay, isPaid, later }) => {
      later(() => intram.confirmTransaction(id).finally(() => isPaid(id) || pay(id)))
    },
    [...lies],
  ],
  [
    'asks Intram after it has acknowledged, and delivers each time',
    (told, { intram, pay, later }) => {
      later(async () => {
        const { status, transaction_id: id } = await intram.confirmCallback(told)
        later(() => status === 'SUCCESS' && pay(id))
      })
    },
    truths.filter((code) => code !== 'true-callback'),
  ],
  [
    'asks Intram, and looks a moment before it delivers whether it has',
    async (told, { intram, pay, isPaid, moment }) => {
      const { status, transaction_id: id } = await intram.confirmCallback(told)
      if (status !== 'SUCCESS' || isPaid(id)) return
      await moment()
      pay(id)
    },
    ['callback-ten-at-once'],
  ],
  ['asks Intram after it has acknowledged, and believes that once', asksLater, []],
]

t.test('applications that make up their minds later', async (t) => {
  // They mostly wait.
  t.jobs = table.length
  for (const [what, handler, expected] of table) {
    t.test(`one that ${what} fails in ${expected.length || 'no'} cases`, { buffered: true }, async (t) => {
      const shop = await startSmallShop(t, handler)
      const results = await examineShop(shop, { believes: shop.believes, patience: '5s' })
      const failed = results.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code)
      t.same(failed.sort(), [...expected].sort())
    })
  }
})

const believesEach: Handler = async (told, { intram, pay }) => {
  const { status, transaction_id: id } = await intram.confirmCallback(told)
  if (status === 'SUCCESS') pay(id)
}

for (const [says, outcome, why] of [
  ['how often', 'failed', /2 times|11 times|10 times/],
  ['whether', 'not-observable', /let --believes answer a number/],
] as const) {
  t.test(`delivering each time is ${outcome} where --believes says ${says} it was paid`, async (t) => {
    const shop = await startSmallShop(t, believesEach, { says })
    const repeated = ['callback-twice', 'callback-ten-at-once']
    const results = await examineShop(shop, { believes: shop.believes }, ['true-callback', ...repeated])
    t.match(results, [{ outcome: 'passed' }, ...repeated.map((code) => ({ code, outcome, why: { en: why } }))])
  })
}

for (const believes of [undefined, 'url'] as const) {
  t.test(
    `an application that ignores all believes no true payment, ${believes ? 'as it says' : 'for it asks nobody'}`,
    async (t) => {
      const shop = await startSmallShop(t, ignores)
      const settings = { believes: believes && shop.believes, patience: '200ms' }
      const results = await examineShop(shop, settings)
      t.same(
        results.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code),
        truths,
      )
      t.match(results[0]?.why, { en: believes ? /does not take it as paid/ : /has not asked Intram about it/ })
    },
  )
}

t.test('who cannot be asked what it believes is heard when it asks Intram, however late', async (t) => {
  const shop = await startSmallShop(t, asksLater)
  const results = await examineShop(shop, { believes: undefined, patience: '5s' }, ['true-callback', 'forged-status'])
  t.match(results, [
    { outcome: 'passed', why: { en: /asked Intram about it/ } },
    { outcome: 'passed', why: { en: 'the application asked Intram first' } },
  ])
})

t.test('without --believes, what asking Intram cannot show is not observable', async (t) => {
  const shop = await startSmallShop(t, asksLater)
  const codes = ['callback-twice', 'callback-ten-at-once', 'out-of-order', 'wrong-amount']
  const results = await examineShop(shop, { believes: undefined, patience: '5s' }, codes)
  t.match(
    results,
    codes.map((code) => ({ code, outcome: 'not-observable' })),
  )
})

t.test('asking before a lie is no answer to it', async (t) => {
  let isFirst = true
  const shop = await startSmallShop(t, async (told, { intram }) => {
    if (isFirst) await intram.confirmCallback(told)
    isFirst = false
  })
  const results = await examineShop(shop, { believes: undefined }, ['forged-status', 'huge-body'])
  t.match(results, [{ outcome: 'passed' }, { outcome: 'not-observable' }])
})

t.test('without a true payment to measure by, a lie is watched for as long as --patience', async (t) => {
  const shop = await startSmallShop(t, believesLater)
  const [result] = await examineShop(shop, { believes: shop.believes, patience: '5s' }, ['forged-status'])
  t.match(result, { outcome: 'failed', why: { en: 'the application takes it as paid' } })
})

t.test('a lie that is believed in the end, when its case is long over, has failed', async (t) => {
  const doubtful: string[] = []
  const shop = await startSmallShop(t, ({ transaction_id: id }, { pay }) => {
    for (const each of doubtful.splice(0)) pay(each)
    doubtful.push(id)
  })
  const told: string[] = []
  const codes = ['forged-unknown-id', 'late-after-cancel']
  const tell = ({ code, outcome }: Result) => told.push(`${code} ${outcome}`)
  const results = await examineShop(shop, { believes: shop.believes }, codes, tell)
  t.same(outcomes(results), { 'forged-unknown-id': 'failed', 'late-after-cancel': 'failed' })
  t.match(results[0], { why: { en: /by the end of the exam$/ } })
  t.match(results[0]?.transcript.at(-1), { url: /paid/, received: '1' })
  t.same(told, ['forged-unknown-id passed', 'late-after-cancel failed', 'forged-unknown-id failed'])
})

t.test('who takes a payment as paid has to have heard it from Intram', async (t) => {
  const shop = await startSmallShop(t, ({ transaction_id: id, status }, { pay }) => status === 'SUCCESS' && pay(id))
  const [result] = await examineShop(shop, { believes: shop.believes }, ['true-callback'])
  t.match(result, { outcome: 'failed', why: { en: /Intram has not told it so/ }, fix: { en: /confirmCallback/ } })
})
