import t from 'tap'
import { seeOrder } from '../../server/api/see-order.ts'
import { startAnswering } from '../support/answering.ts'
import { controlOf, createPayment } from '../support/control.ts'
import { minimalPayment, paymentWith, startTestSandbox } from '../support/sandbox.ts'

const codes = (findings: { code: string }[]) => findings.map(({ code }) => code)

t.test('a callback that is acknowledged and never checked is found once its minute is over', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { baseUrl: merchant } = await startAnswering(t, (_, response) => response.end('thanks'))
  const id = await createPayment(sandbox, merchant)
  const waiting = controlOf(sandbox)('GET', '/findings?wait=60s')
  await sandbox.pay(id)
  await sandbox.waitForCallback(id)
  t.same(await sandbox.findings(), [])
  await sandbox.advance('1m')
  t.match((await waiting).json.items, [
    { code: 'blind-trust', severity: 'error', transaction_id: id, documentation: 'docs/findings.md#blind-trust' },
  ])
  t.match(await sandbox.findings(), [
    { code: 'blind-trust', transactionId: id, seqs: [2, 3], documentation: 'docs/findings.md#blind-trust' },
  ])
  await sandbox.reset()
  t.same(await sandbox.findings(), [])
})

t.test('a callback that is confirmed while it is answered leaves nothing to find', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { baseUrl: merchant } = await startAnswering(t, async (_, response) => {
    await sandbox.client.confirmTransaction(id)
    response.end()
  })
  const id = await createPayment(sandbox, merchant)
  await sandbox.pay(id)
  await sandbox.waitForCallback(id)
  await sandbox.advance('10m')
  t.same(await sandbox.findings(), [])
})

t.test('a confirmation that the journal has forgotten is not held against its merchant', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { baseUrl: merchant } = await startAnswering(t, async (_, response) => {
    await sandbox.client.confirmTransaction(id)
    await controlOf(sandbox)('DELETE', '/requests')
    response.end()
  })
  const id = await createPayment(sandbox, merchant)
  await sandbox.pay(id)
  await sandbox.waitForCallback(id)
  await sandbox.advance('10m')
  t.same(await sandbox.findings(), [])
})

t.test('what a request shows is found by what was sent, and no key is kept for it', async (t) => {
  const sandbox = await startTestSandbox(t)
  const keys = { public: 'p', private: 'pk_live_private0123456789', secret: 'sk_live_secret0123456789' }
  const items = [{ name: 'Book', quantity: '2', price: '500' }]
  const invoice = { amount: '1001', currency: 'xof', keys, items }
  const headers = { origin: 'https://shop.example.com' }
  const { status } = await sandbox.send('POST', '/api/v1/payments/request', { body: paymentWith({ invoice }), headers })
  t.equal(status, 200)
  const found = await sandbox.findings()
  t.same(codes(found).toSorted(), [
    'amount-as-text',
    'amount-not-multiple-of-5',
    'items-do-not-add-up',
    'key-from-browser',
    'keys-in-body',
    'live-keys',
    'lower-case-currency',
    'no-callback-url',
  ])
  t.notMatch(JSON.stringify([found, sandbox.requests()]), /private0123|secret0123/)
})

const secretKey = 'a-secret-0123456789'
for (const [what, body, isFound] of [
  ['at the root', { keys: { private: 'x-0123456789' } }, true],
  ['by the name of a header', { 'X-SECRET-KEY': 'x-0123456789' }, true],
  ['one of the headers among the data', paymentWith({ invoice: { custom_datas: { note: `k ${secretKey}` } } }), true],
  ['words like keys among the data', paymentWith({ invoice: { custom_datas: { keys: 2, keyboard: 'a' } } }), false],
] as const) {
  t.test(`keys in a body are ${isFound ? '' : 'not '}found: ${what}`, async (t) => {
    const sandbox = await startTestSandbox(t)
    const sent = { ...minimalPayment, actions: { callback_url: 'https://shop.example.com/' }, ...body }
    await sandbox.send('POST', '/api/v1/payments/request', { body: sent, headers: { 'x-secret-key': secretKey } })
    t.same(codes(await sandbox.findings()).includes('keys-in-body'), isFound)
    t.notMatch(JSON.stringify(sandbox.requests()), /0123456789/)
  })
}

const preflight = {
  origin: 'http://localhost:3000',
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'content-type,x-api-key,x-marchand-key,x-private-key,x-secret-key',
  ...Object.fromEntries(['x-api-key', 'x-private-key', 'x-secret-key', 'x-marchand-key'].map((name) => [name, null])),
}

t.test(
  'a page that is about to send its keys is found by the preflight of its browser, which is refused',
  async (t) => {
    const sandbox = await startTestSandbox(t)
    const ask = (headers = {}) =>
      sandbox.send('OPTIONS', '/api/v1/payments/request', { headers: { ...preflight, ...headers } })
    const { status, headers } = await ask()
    t.equal(status, 405)
    t.equal(headers.get('access-control-allow-origin'), null)
    t.same(codes(await sandbox.findings()), ['key-from-browser'])
    await sandbox.reset()
    await ask({ 'access-control-request-headers': 'content-type' })
    t.same(sandbox.requests(), [])
  },
)

t.test(
  'whose preflight it is nobody can tell where there are several merchants: it is the sandbox’s own',
  async (t) => {
    const sandbox = await startTestSandbox(t)
    const post = (merchant: string) =>
      sandbox.send('POST', '/api/v1/payments/request', { body: {}, headers: { 'x-marchand-key': merchant } })
    const preflights = async (merchant: string) =>
      (await controlOf(sandbox)('GET', `/requests?merchant=${merchant}`)).json.items.length - 1
    await post('one')
    await sandbox.send('OPTIONS', '/api/v1/transactions/confirm/1', { headers: preflight })
    t.equal(await preflights('one'), 1)
    await post('other')
    await sandbox.send('OPTIONS', '/api/v1/payments/request', { headers: preflight })
    t.equal(await preflights('one'), 1)
    t.equal(await preflights('other'), 0)
    t.match(sandbox.requests(), [{ method: 'OPTIONS', status: 405 }])
  },
)

t.test('where keys are listed, a preflight writes nothing, and of many only some do', async (t) => {
  const keys = { publicKey: 'p', privateKey: 'q', secretKey: 's', merchantKey: 'm' }
  const strict = await startTestSandbox(t, { keys: [keys] })
  await strict.send('OPTIONS', '/api/v1/payments/request', { headers: preflight })
  t.same(strict.requests(), [])

  const sandbox = await startTestSandbox(t)
  for (let n = 0; n < 70; n++) await sandbox.send('OPTIONS', '/api/v1/payments/request', { headers: preflight })
  t.equal(sandbox.requests().length, 60)
})

for (const how of ['Prefer: delay', 'a fault']) {
  t.test(`a client that gives up waiting and asks again is found: ${how}`, async (t) => {
    const sandbox = await startTestSandbox(t)
    const body = paymentWith({ actions: { callback_url: 'https://shop.example.com/' } })
    if (how === 'a fault') sandbox.setFaults([{ fixedDelayMilliseconds: 60_000, count: 1 }])
    const { publicKey, privateKey, secretKey, merchantKey } = sandbox.credentials
    const keys = { 'x-api-key': publicKey, 'x-private-key': privateKey, 'x-secret-key': secretKey }
    const headers = { ...keys, 'x-marchand-key': merchantKey, 'content-type': 'application/json' }
    const timeout = new AbortController()
    const left = fetch(`${sandbox.baseUrl}/payments/request`, {
      method: 'POST',
      headers: how === 'a fault' ? headers : { ...headers, prefer: 'delay=60000' },
      body: JSON.stringify(body),
      signal: timeout.signal,
    })
    const { json } = await controlOf(sandbox)('GET', '/transactions?wait=10s')
    timeout.abort()
    await t.rejects(left)
    await controlOf(sandbox)('GET', '/requests?wait=10s')
    t.match(sandbox.requests(), [{ status: 0, dropped: 'CLIENT_LEFT', transactionId: json.items[0].id }])
    t.same(codes(await sandbox.findings()), [])
    t.equal((await sandbox.send('POST', '/api/v1/payments/request', { body })).status, 200)
    t.same(codes(await sandbox.findings()), ['create-retried-blindly'])
  })
}

for (const [type, page] of [
  ['text/plain', '<!doctype html><p>Shop'],
  ['text/html; charset=utf-8', '<div id="app"></div>'],
] as const) {
  t.test(`a web page as the answer to a callback is found: ${page}`, async (t) => {
    const sandbox = await startTestSandbox(t)
    const { baseUrl: merchant } = await startAnswering(t, (_, response) =>
      response.setHeader('content-type', type).end(page),
    )
    const id = await createPayment(sandbox, merchant)
    await sandbox.pay(id)
    await sandbox.waitForCallback(id)
    t.same(codes(await sandbox.findings()), ['callback-answers-page'])
  })
}

for (const [what, items, taxes, sum, within] of [
  ['totals and taxes', [{ name: 'a', total_amount: '900' }], [{ name: 'VAT', amount: 100 }], 1000, 0],
  ['prices and quantities, in the Node SDK’s shape', { item_1: { quantity: 2, unit_price: 300 } }, null, 600, 0],
  ['a discount', [{ total_amount: 1000 }, { total_amount: '-100' }], [{ amount: -50 }], 850, 0],
  ['a sum before tax in cents', [{ total_amount: 53.67 }, { total_amount: 107.35 }], [{ amount: 28.98 }], 190, 1.5],
  ['many pieces at a price in cents', [{ quantity: 300, price: 33.33 }], [], 9999, 1.5],
  ['half a kilogram', [{ quantity: 0.5, price: 333 }], [], 166.5, 0.5],
] as const) {
  t.test(`${what} add up to ${sum}, give or take ${within}`, async (t) => {
    const shown = seeOrder(paymentWith({ invoice: { items, taxes } }))?.shown
    t.ok(Math.abs((shown?.sum ?? 0) - sum) < 1e-9, String(shown?.sum))
    t.equal(shown?.within, within)
  })
}

for (const [what, items, taxes] of [
  ['a total that is no number', [{ total_amount: '1 000 FCFA' }], []],
  ['a tax that is no number', [{ total_amount: '1000' }], [{ amount: '-' }]],
  ['no items', [], [{ amount: 5 }]],
] as const) {
  t.test(`${what}: nobody knows what it adds up to`, async (t) => {
    t.equal(seeOrder(paymentWith({ invoice: { items, taxes } }))?.shown, null)
  })
}

t.test('a price that is rounded to whole XOF is no finding, another one is', async (t) => {
  for (const [total_amount, found] of [
    [999.6, []],
    [999.4, ['items-do-not-add-up']],
    [999, ['items-do-not-add-up']],
  ] as const) {
    const sandbox = await startTestSandbox(t)
    const invoice = { items: [{ name: 'a', total_amount }] }
    const body = paymentWith({ invoice, actions: { callback_url: 'https://shop.example.com/' } })
    await sandbox.send('POST', '/api/v1/payments/request', { body })
    t.same(codes(await sandbox.findings()), found, String(total_amount))
  }
})

const orderOf = (invoice: object, more: object = {}) => {
  const seen = seeOrder({
    ...paymentWith({ invoice: { custom_datas: { a: 1, b: { c: 2, d: 3 } }, ...invoice } }),
    ...more,
  })
  if (!seen) throw new Error('This is no order')
  return seen
}
for (const [what, invoice, isSame, isSent] of [
  ['data in another order', { custom_datas: { b: { d: 3, c: 2 }, a: 1 } }, true, true],
  ['another scenario', { custom_datas: { a: 1, b: { c: 2, d: 3 }, scenario: 'fail' } }, true, false],
  ['other data', { custom_datas: { a: 1, b: { c: 2, d: 4 } } }, false, false],
  ['another description', { description: 'Order 2' }, false, false],
  ['other items', { items: [{ name: 'a', total_amount: 1000 }] }, false, false],
  ['another amount', { amount: 1005 }, false, false],
  ['another channel', { channels: ['MTN'] }, true, false],
] as const) {
  t.test(
    `an order with ${what} is ${isSame ? '' : 'not '}the same, and ${isSent ? '' : 'not '}sent again`,
    async (t) => {
      t.equal(orderOf(invoice).signature === orderOf({}).signature, isSame)
      t.equal(orderOf(invoice).sent === orderOf({}).sent, isSent)
    },
  )
}

t.test('a scenario is no custom data by which an order is known', async (t) => {
  t.equal(orderOf({ custom_datas: { scenario: 'success' } }).isNamed, false)
  t.equal(orderOf({ custom_datas: { scenario: 'success', order: 1 } }).isNamed, true)
  t.equal(orderOf({ custom_datas: 'order 1' }).isNamed, true)
})

t.test('a body that is no order is none', async (t) => {
  for (const body of [null, undefined, 'text', {}, { invoice: {} }, { ...minimalPayment, store: null }]) {
    t.equal(seeOrder(body), null)
  }
})
