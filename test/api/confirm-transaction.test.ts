import fc from 'fast-check'
import t from 'tap'
import { paymentWith, startTestSandbox } from '../support/sandbox.ts'

const create = '/api/v1/payments/request'
const confirm = (id: unknown) => `/api/v1/transactions/confirm/${id}`

t.test('a new transaction is PENDING, with all that was asked for', async (t) => {
  const { send } = await startTestSandbox(t)
  const body = paymentWith({
    invoice: {
      amount: '13600.00',
      description: 'Two T-shirts',
      custom_datas: { order: 42 },
      items: { item_1: { name: 'T-shirt', quantity: 2, unit_price: '6000', total_price: 12000 } },
      taxes: [{ name: 'TVA', amount: '1600' }],
      channels: ['mtn-benin'],
    },
    store: { postal_adress: 'Cotonou', phone: '61000000' },
    actions: { callback_url: 'https://example.com/callback' },
  })
  const created = await send('POST', create, { body })
  const { status, json } = await send('GET', confirm(created.json.transaction_id))
  t.equal(status, 200)
  const id = created.json.transaction_id
  t.match(json, {
    error: false,
    status: 'PENDING',
    message: 'statut de la transaction',
    amount: 13600,
    total_amount: 13600,
    currency: 'xof',
    marchand: { name: 'Test Store' },
    transaction: {
      _id: id,
      _status: 'PENDING',
      _env: 'sandbox',
      _type: 'DEBIT',
      _reference: /^[A-Za-z0-9]{10}$/,
      _amount: 13600,
      _country_code: 'BJ',
      _qrcode: created.json.qr_code,
      _channels: ['mtn-benin'],
      _created_at: /^\d{4}-\d\d-\d\dT/,
      _actions: { callback_url: 'https://example.com/callback', return_url: null, cancel_url: null },
      _store: { name: 'Test Store', postal_adress: 'Cotonou', phone: '61000000' },
      __v: 0,
      invoice: {
        _id: /^[0-9a-f]{24}$/,
        currency: 'xof',
        amount: 13600,
        description: 'Two T-shirts',
        custom_datas: { order: 42 },
        items: [{ _id: /^[0-9a-f]{24}$/, name: 'T-shirt', quantity: 2, price: '6000', total_amount: 12000 }],
        taxes: [{ _id: /^[0-9a-f]{24}$/, name: 'TVA', amount: '1600' }],
        transaction: id,
        __v: 0,
      },
    },
  })
  for (const absent of ['account_number', 'source', 'fees', 'net_amount', 'customer', 'receipt_url', 'custom_data']) {
    t.notOk(absent in json, `${absent} comes only once paid`)
  }
})

t.test('a paid transaction says who paid, how, and what it cost', async (t) => {
  const { send, pay } = await startTestSandbox(t)
  const created = await send('POST', create, { body: { ...paymentWith({}), custom_data: { order: 42 } } })
  const id = String(created.json.transaction_id)
  await pay(id)
  const { json } = await send('GET', confirm(id))
  t.match(json, {
    error: false,
    status: 'SUCCESS',
    amount: 1000,
    fees: 50,
    net_amount: 1050,
    total_amount: 1000,
    account_number: '22961XXXXXX',
    source: 'MTN',
    customer: { name: 'Client Test', phone: '61000000', email: null },
    receipt_url: created.json.receipt_url,
    custom_data: { order: 42 },
    transaction: { _status: 'SUCCESS' },
  })
})

for (const [verb, status] of [
  ['fail', 'FAIL'],
  ['cancel', 'CANCELED'],
] as const) {
  t.test(`after ${verb} a transaction is ${status}, without a customer`, async (t) => {
    const sandbox = await startTestSandbox(t)
    const { json } = await sandbox.send('POST', create, { body: paymentWith({}) })
    await sandbox[verb](String(json.transaction_id))
    const confirmed = await sandbox.send('GET', confirm(json.transaction_id))
    t.match(confirmed.json, { status, transaction: { _status: status } })
    t.notOk('customer' in confirmed.json)
  })
}

t.test('the reference names the same transaction as the id', async (t) => {
  const { send } = await startTestSandbox(t)
  const created = await send('POST', create, { body: paymentWith({}) })
  const byId = await send('GET', confirm(created.json.transaction_id))
  const { _reference } = byId.json.transaction as { _reference: string }
  const byReference = await send('GET', confirm(_reference))
  t.same(byReference.json, byId.json)
})

t.test('whoever polls gets the same answer until something changes, each with the host that it used', async (t) => {
  const { send, pay } = await startTestSandbox(t, { trustProxy: true })
  const { json: created } = await send('POST', create, { body: paymentWith({}) })
  const id = String(created.transaction_id)
  const poll = async (host: string) => {
    const { text } = await send('GET', confirm(id), { headers: { 'x-forwarded-host': host } })
    return text
  }
  const first = await poll('a.example')
  t.equal(await poll('a.example'), first)
  t.not(await poll('b.example'), first)
  t.equal(await poll('a.example'), first)
  await pay(id)
  for (const host of ['a.example', 'b.example', 'a.example']) {
    t.match(JSON.parse(await poll(host)), { status: 'SUCCESS', receipt_url: `http://${host}/payment/gate/${id}` })
  }
})

t.test('another merchant cannot tell a transaction of somebody else from one that does not exist', async (t) => {
  const { send } = await startTestSandbox(t)
  const created = await send('POST', create, { body: paymentWith({}) })
  const headers = { 'x-marchand-key': 'another-merchant' }
  const foreign = await send('GET', confirm(created.json.transaction_id), { headers })
  const unknown = await send('GET', confirm('0123456789abcdef01234567'), { headers })
  t.equal(foreign.status, 400)
  t.same(foreign.json, { error: true, status: 'ERROR', message: 'Transaction not found' })
  t.same(foreign.json, unknown.json)
})

t.test('two slashes in the path, as the PHP and Django clients send them, are one', async (t) => {
  const { send } = await startTestSandbox(t)
  const created = await send('POST', '/api/v1//payments/request', { body: paymentWith({}) })
  t.equal(created.status, 200)
  t.equal((await send('GET', `/api/v1//transactions/confirm/${created.json.transaction_id}`)).status, 200)
})

t.test('Content-Type: Application/json, as the PHP clients send it, is JSON', async (t) => {
  const { send } = await startTestSandbox(t)
  const headers = { 'content-type': 'Application/json' }
  t.equal((await send('POST', create, { body: paymentWith({}), headers })).status, 200)
})

t.test('whatever JSON a merchant attaches comes back as it was sent', async (t) => {
  const { send, pay } = await startTestSandbox(t)
  const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !/__proto__|constructor/.test(JSON.stringify(value)))
  await fc.assert(
    fc.asyncProperty(json, async (data) => {
      const sent = JSON.parse(JSON.stringify(data))
      const created = await send('POST', create, { body: { ...paymentWith({}), custom_data: sent } })
      const id = String(created.json.transaction_id)
      await pay(id)
      const confirmed = await send('GET', confirm(id))
      t.strictSame(confirmed.json.custom_data, sent)
      t.strictSame((confirmed.json.transaction as { invoice: { custom_datas: unknown } }).invoice.custom_datas, sent)
    }),
    { numRuns: 50 },
  )
})
