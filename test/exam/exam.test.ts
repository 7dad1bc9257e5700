import t from 'tap'
import { cases } from '../../server/exam/cases/index.ts'
import { whys } from '../../server/exam/whys.ts'
import { examineShop, outcomes } from '../support/exam.ts'
import { startReceiver } from '../support/receiver.ts'
import { startShop } from '../support/shop.ts'
import { type Handler, shopHeaders, shopSecret, startSmallShop } from '../support/small-shop.ts'

const all = (outcome: string) => Object.fromEntries(cases.map(({ code }) => [code, outcome]))

t.test('each case has a code of its own, and speaks both languages', async (t) => {
  t.equal(new Set(cases.map(({ code }) => code)).size, cases.length)
  for (const { code, title, fix } of cases) {
    for (const text of Object.values(title)) t.match(text, /^[a-z][^\n]{10,}[^.]$/, code)
    for (const text of Object.values(fix)) t.match(text, /^[A-ZÀ-Ý][^\n]{10,}\.$/, code)
    t.not(title.en, title.fr, code)
    t.not(fix.en, fix.fr, code)
    t.notMatch(`${title.fr} ${fix.fr}`, /'/, code)
  }
})

t.test('why a case has its outcome is said in both languages', async (t) => {
  const results = await examineShop(await startShop(t, 'naive'))
  const what = { en: '--start: it failed', fr: '--start : échec' }
  const others = [whys.failsNow(what, 'one', 'two'), whys.failsNow(what, 'one', 'one'), whys.failsStill(what, 'one')]
  const fixed = Object.values(whys).filter((why) => typeof why === 'object')
  for (const { en, fr } of [...results.map(({ why }) => why), ...others, ...fixed]) {
    t.match(en, /^[a-z][^\n]{10,}[^.]$/)
    t.match(fr, /^[a-z][^\n']{10,}[^.]$/)
    t.not(en, fr)
  }
})

t.test('the careful shop passes in every case', async (t) => {
  t.same(outcomes(await examineShop(await startShop(t, 'careful'))), all('passed'))
})

t.test('the naive shop fails in every case, as real plugins do', async (t) => {
  const results = await examineShop(await startShop(t, 'naive'))
  t.same(outcomes(results), all('failed'))
  const forged = results.find(({ code }) => code === 'forged-status')
  t.match(forged, { why: { en: 'the application takes it as paid' }, fix: { en: /confirm/, fr: /confirm/ } })
  t.match(forged?.transcript, [
    { method: 'GET' },
    { method: 'POST', url: /\/callback$/, status: 200 },
    { method: 'GET' },
  ])
})

t.test(
  'without a way to see what is believed, refusing or asking Intram passes, and 200 alone says nothing',
  async (t) => {
    const only = ['forged-unknown-id', 'forged-status', 'true-callback']
    const blind = { believes: undefined }
    t.same(outcomes(await examineShop(await startShop(t, 'careful'), blind, only)), {
      'forged-unknown-id': 'passed',
      'forged-status': 'passed',
      'true-callback': 'passed',
    })
    t.same(outcomes(await examineShop(await startShop(t, 'naive'), blind, only)), {
      'forged-unknown-id': 'not-observable',
      'forged-status': 'not-observable',
      'true-callback': 'failed',
    })
  },
)

t.test('an application whose callbacks go elsewhere cannot be examined', async (t) => {
  const shop = await startShop(t, 'careful')
  const other = await startReceiver(t, async (request, response) => {
    if (request.url !== '/orders') return response.end('false')
    const answer = await fetch(`${shop.url}/orders`, { method: 'POST' })
    response.end(await answer.text())
  })
  const app = new URL(other.url).origin
  // Its callback and return URLs are the other shop's: nothing is sent there, and it is said why.
  const settings = { app, start: `POST ${app}/orders`, believes: `${app}/paid/{transaction_id}` }
  await t.rejects(examineShop(shop, settings), { name: 'UsageError', message: /callback_url is .* not part of --app/ })
})

t.test('commands can say what is believed: 0 is yes, 1 is no, the rest a mistake', async (t) => {
  const only = ['forged-status', 'true-callback']
  const ask = (url: string) =>
    `node -e 'fetch("${url}/orders/{transaction_id}/paid").then((a) => a.json()).then(({ paid }) => process.exit(paid ? 0 : 1))'`
  const naive = await startShop(t, 'naive')
  const careful = await startShop(t, 'careful')
  for (const [shop, outcome] of [
    [naive, 'failed'],
    [careful, 'passed'],
  ] as const) {
    const asking = { believes: undefined, believesCommand: ask(shop.url) }
    t.same(outcomes(await examineShop(shop, asking, only)), { 'forged-status': outcome, 'true-callback': outcome })
  }
  const yes = { believes: undefined, believesCommand: 'test {transaction_id}' }
  const [twice] = await examineShop(careful, yes, ['callback-twice'])
  t.match(twice, { outcome: 'not-observable', why: { en: /how often/ } }, 'a yes is no number')
  const broken = examineShop(
    naive,
    { believes: undefined, believesCommand: 'echo oh >&2; exit 3 {transaction_id}' },
    only,
  )
  await t.rejects(broken, { name: 'UsageError', message: /failed \(3\): oh/ })
})

t.test('who asks in the wrong place what is believed is pointed to it', async (t) => {
  const careful = await startShop(t, 'careful')
  const asking = { believes: `${careful.url}/nowhere/{transaction_id}` }
  const [told] = await examineShop(careful, asking, ['true-callback'])
  t.match(told, { outcome: 'failed', why: { en: /although Intram has told it so.*--believes/ } })
})

t.test('an application that reads forms is examined with forms', async (t) => {
  const believes: Handler = async (told, { intram, isPaid, pay }) => {
    const { status, transaction_id: id } = await intram.confirmCallback(told)
    if (status === 'SUCCESS' && !isPaid(id)) pay(id)
  }
  const shop = await startSmallShop(t, believes, { reads: 'form' })
  const byForm = { believes: shop.believes, callbackFormat: 'form' } as const
  const results = await examineShop(shop, byForm)
  t.same(outcomes(results), { ...all('passed'), 'return-without-payment': 'not-observable' })
  const sent = (code: string) => results.find((result) => result.code === code)?.transcript.map(({ sent }) => sent)
  t.match(sent('malformed-body')?.join(), /transaction_id=\w+&status=SUCC%E2%9/)
  t.match(sent('wrong-types')?.join(), 'status%5B%24ne%5D=')
  t.match(sent('huge-body')?.join(), /padding=xxx/)

  const [byJson] = await examineShop(shop, { believes: shop.believes }, ['true-callback'])
  t.match(byJson, { outcome: 'failed' })
})

t.test('a callback that comes long after the end comes hours later in the time of the sandbox', async (t) => {
  const heardAt: number[] = []
  let clock: URL
  const hear: Handler = async () => {
    const { now } = (await (await fetch(clock, { headers: shopHeaders })).json()) as { now: string }
    heardAt.push(Date.parse(now))
  }
  const shop = await startSmallShop(t, hear, {
    started: (_, baseUrl) => {
      clock = new URL('/__admin/clock', baseUrl)
    },
  })
  await examineShop(shop, { believes: shop.believes }, ['late-after-cancel'])
  const [canceled = 0, late = 0] = heardAt
  t.ok(late - canceled > 6 * 60 * 60_000)
})

t.test('a return page on another origin is not observable, and the rest is', async (t) => {
  const page = await startReceiver(t)
  const shop = await startSmallShop(t, () => {}, { actions: { return_url: page.url } })
  const results = await examineShop(shop, { believes: shop.believes }, ['callback-by-get', 'return-without-payment'])
  t.match(results, [
    { outcome: 'passed' },
    { outcome: 'not-observable', why: { en: `the return_url is not part of --app ${shop.url}` } },
  ])
  t.same(page.received, [])
})

t.test('keys that the application has from elsewhere, and tells, are in no report', async (t) => {
  const shop = await startSmallShop(t, () => {
    throw new Error(`I have ${shopSecret} and tsk_never-sent`)
  })
  const start = `POST ${shop.url}/orders {"note":"${shopSecret}"}`
  const [result] = await examineShop(shop, { start, believes: undefined }, ['forged-status'])
  t.match(result?.transcript, [{ sent: '{"note":"…"}' }, { received: 'Error: I have … and …' }])
})

t.test('nothing goes elsewhere, whatever payments the application starts besides', async (t) => {
  const elsewhere = await startReceiver(t)
  const shop = await startSmallShop(t, () => {}, {
    async started(_, baseUrl) {
      const headers = { ...shopHeaders, 'content-type': 'application/json', prefer: 'scenario=success' }
      const actions = { callback_url: elsewhere.url }
      const body = JSON.stringify({ invoice: { amount: 500, currency: 'XOF' }, store: { name: 'Shop' }, actions })
      await fetch(`${baseUrl}/payments/request`, { method: 'POST', headers, body })
      const advance = new URL('/__admin/clock/advance', baseUrl)
      await fetch(advance, { method: 'POST', headers, body: '{"seconds":60}' })
    },
  })
  await examineShop(shop, { believes: undefined }, ['true-callback'])
  t.same(elsewhere.received, [])
})

const pays = async (id: string, baseUrl: string) => {
  const control = new URL(`/__admin/transactions/${id}/pay`, baseUrl)
  await fetch(control, { method: 'POST', headers: shopHeaders })
}

for (const [what, options, message] of [
  ['a listed amount', { invoice: { amount: 100_001 } }, /is of 100001, an amount that plays a scenario/],
  ['its custom data', { invoice: { custom_datas: { scenario: 'no-callback' } } }, /by its custom data, Prefer or/],
  ['somebody else', { started: pays }, /During true-callback somebody else has paid/],
] as const) {
  t.test(`a payment that ends by ${what} cannot be examined, and it is said why`, async (t) => {
    const shop = await startSmallShop(t, () => {}, options)
    await t.rejects(examineShop(shop, { believes: undefined }), { name: 'UsageError', message })
  })
}

for (const [what, settings, message] of [
  ['no application', { app: undefined }, /^--app must be/],
  ['an application that is no URL', { app: 'localhost:3000' }, /^--app must be/],
  ['a start elsewhere', { start: 'POST http://example.com/orders' }, /^--start must be/],
  ['a start without a URL', { start: 'orders' }, /^--start must be/],
  ['a start that fails', { start: 'POST {url}/nothing' }, /^--start: POST .* answered 404/],
  ['beliefs elsewhere', { believes: 'http://example.com/{transaction_id}' }, /^--believes must be a URL of/],
  ['beliefs about nothing', { believes: '{url}/paid' }, /^--believes must contain/],
  [
    'beliefs that are no answer',
    { believes: '{url}/return?transaction_id={transaction_id}' },
    /^--believes: .* must answer/,
  ],
  ['a command about nothing', { believes: undefined, believesCommand: 'true' }, /^--believes-command must contain/],
  ['two ways', { believesCommand: 'true {transaction_id}' }, /give one of them/],
] as const) {
  t.test(`${what}: cannot run, and it says why`, async (t) => {
    const shop = await startShop(t, 'careful')
    const here = Object.entries(settings).map(([name, value]) => [name, value?.replace('{url}', shop.url)])
    await t.rejects(examineShop(shop, Object.fromEntries(here)), { name: 'UsageError', message })
  })
}
