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
  t.match(await sandbox.findings(), [{ code: 'blind-trust', transactionId: id, seqs: [2, 3] }])
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

t.test('a web page as the answer to a callback is found', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { baseUrl: merchant } = await startAnswering(t, (_, response) => response.end('<!doctype html><p>Shop'))
  const id = await createPayment(sandbox, merchant)
  await sandbox.pay(id)
  await sandbox.waitForCallback(id)
  t.same(codes(await sandbox.findings()), ['callback-answers-page'])
})

for (const [what, items, taxes, shown] of [
  ['totals and taxes', [{ name: 'a', total_amount: '900' }], [{ name: 'VAT', amount: 100 }], 1000],
  ['prices and quantities, in the Node SDK’s shape', { item_1: { quantity: 2, unit_price: 300 } }, null, 600],
  ['a total that is no number', [{ total_amount: '1 000 FCFA' }], [], null],
  ['no items', [], [{ amount: 5 }], null],
] as const) {
  t.test(`${what} add up to ${shown}`, async (t) => {
    t.equal(seeOrder(paymentWith({ invoice: { items, taxes } }))?.shown, shown)
  })
}

t.test('a body that is no order is none', async (t) => {
  for (const body of [null, undefined, 'text', {}, { invoice: {} }, { ...minimalPayment, store: null }]) {
    t.equal(seeOrder(body), null)
  }
})
