import t from 'tap'
import { controlOf, createPayment } from '../support/control.ts'
import { paymentWith, startTestSandbox } from '../support/sandbox.ts'

t.test('a transaction is shown with all that the merchant said, before and after it is paid', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  const { transaction_id: id } = await sandbox.client.requestPayment(
    paymentWith({
      invoice: { amount: 13600, description: 'Two T-shirts', custom_datas: { order: [42, { nested: true }] } },
      actions: { return_url: 'https://shop.test/return' },
    }) as Parameters<typeof sandbox.client.requestPayment>[0],
  )
  const pending = await control('GET', `/transactions/${id}`)
  t.equal(pending.status, 200)
  t.match(pending.json, {
    id,
    reference: /^[A-Za-z0-9]{10}$/,
    status: 'PENDING',
    amount: 13600,
    currency: 'XOF',
    description: 'Two T-shirts',
    store: 'Test Store',
    custom_data: { order: [42, { nested: true }] },
    channels: [],
    actions: { return_url: 'https://shop.test/return', cancel_url: null, callback_url: null },
    created_at: /^\d{4}-.*Z$/,
    expires_at: /^\d{4}-.*Z$/,
    settled_at: null,
    payment: null,
  })
  await control('POST', `/transactions/${id}/pay`)
  const paid = await control('GET', `/transactions/${pending.json.reference}`)
  const payment = { channel: 'MTN', account_number: '61000000', fees: 680, net_amount: 14280 }
  const customer = { name: 'Client Test', phone: '61000000', email: null }
  t.match(paid.json, { ...pending.json, status: 'SUCCESS', settled_at: String, payment: { ...payment, customer } })
})

for (const [verb, status] of [
  ['pay', 'SUCCESS'],
  ['fail', 'FAIL'],
  ['cancel', 'CANCELED'],
] as const) {
  t.test(`${verb} settles as ${status}, once, by id or reference, with a body or none`, async (t) => {
    const sandbox = await startTestSandbox(t)
    const control = controlOf(sandbox)
    const settle = (id: string, options = {}) => control('POST', `/transactions/${id}/${verb}`, options)
    const first = await createPayment(sandbox)
    const reference = (await control('GET', `/transactions/${first}`)).json.reference
    t.match(await settle(reference), { status: 200, json: { id: first, status } })
    t.match(await sandbox.client.confirmTransaction(first), { status })

    const announced = await settle(await createPayment(sandbox), { headers: { 'content-type': 'application/json' } })
    t.match(announced, { status: 200, json: { status } }, 'JSON is announced and none is sent')
    t.match(await settle(await createPayment(sandbox), { body: '{}' }), { status: 200, json: { status } })

    for (const other of ['pay', 'fail', 'cancel']) {
      t.match(await control('POST', `/transactions/${first}/${other}`), {
        status: 409,
        json: { error: true, status: 'ERROR', message: 'This transaction is already final' },
      })
    }
    t.match(await settle('0123456789abcdef01234567'), { status: 404, json: { message: 'Transaction not found' } })
  })
}

t.test('pay takes the channel and the number', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  const id = await createPayment(sandbox)
  const body = { channel: 'MOOV', account_number: '94000000' }
  t.match(await control('POST', `/transactions/${id}/pay`, { body }), { json: { payment: body } })
  t.match(await sandbox.client.confirmTransaction(id), { source: 'MOOV', account_number: '22994XXXXXX' })
})

for (const [given, shown] of [
  [
    { channel: 'moov', account_number: '+229 01 94 00 00 00' },
    { channel: 'MOOV', account_number: '94000000' },
  ],
  [{ channel: 'Card' }, { channel: 'VISA', account_number: null }],
  [{ channel: 'mastercard' }, { channel: 'MASTERCARD', account_number: null }],
  [{ account_number: '61000001' }, { channel: 'MTN', account_number: '61000001' }],
] as const) {
  t.test(`pay takes ${JSON.stringify(given)}, and the number decides nothing`, async (t) => {
    const sandbox = await startTestSandbox(t)
    const answer = await controlOf(sandbox)('POST', `/transactions/${await createPayment(sandbox)}/pay`, {
      body: given,
    })
    t.match(answer, { status: 200, json: { status: 'SUCCESS', payment: shown } })
  })
}

t.test('fail takes a reason, which the customer reads', async (t) => {
  const sandbox = await startTestSandbox(t)
  const id = await createPayment(sandbox)
  t.match(await controlOf(sandbox)('POST', `/transactions/${id}/fail`, { body: { reason: 'wrong-pin' } }), {
    status: 200,
    json: { status: 'FAIL' },
  })
  t.match(await (await fetch(`${sandbox.url}/payment/gate/${id}?lang=en`)).text(), 'The PIN is wrong')
})

t.test('of many who settle at once one wins, and the others get a 409', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  const id = await createPayment(sandbox)
  const verbs = Array.from({ length: 30 }, (_, n) => ['pay', 'fail', 'cancel'][n % 3])
  const answers = await Promise.all(verbs.map((verb) => control('POST', `/transactions/${id}/${verb}`)))
  const won = answers.filter(({ status }) => status === 200)
  t.equal(won.length, 1)
  t.equal(answers.filter(({ status }) => status === 409).length, 29)
  t.equal((await control('GET', `/transactions/${id}`)).json.status, won[0]?.json.status)
})

t.test('lists go from the newest to the oldest, page by page, all or of one status', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  t.same((await control('GET', '/transactions')).json, { items: [], next: null })
  const ids: string[] = []
  for (let n = 0; n < 5; n += 1) ids.unshift(await createPayment(sandbox))
  const read = async (query: string) => {
    const { items, next } = (await control('GET', `/transactions${query}`)).json
    return [items.map(({ id }: { id: string }) => id), next]
  }
  t.same(await read(''), [ids, null])
  t.same(await read('?limit=2'), [ids.slice(0, 2), ids[1]])
  t.same(await read(`?limit=2&after=${ids[1]}`), [ids.slice(2, 4), ids[3]])
  t.same(await read(`?limit=2&after=${ids[3]}`), [ids.slice(4), null])
  await sandbox.pay(ids[1] ?? '')
  await sandbox.pay(ids[4] ?? '')
  t.same(await read('?status=SUCCESS'), [[ids[1], ids[4]], null])
  t.same(await read('?status=SUCCESS&limit=1'), [[ids[1]], ids[1]])
  t.same(await read('?status=CANCELED'), [[], null])
})

t.test('nobody reads or settles another world’s, and its name is in the query or the header', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  const id = await createPayment(sandbox)
  const foreign = { headers: { 'x-marchand-key': 'another' } }
  const none = { headers: { 'x-marchand-key': null } }
  const mine = sandbox.credentials.merchantKey
  t.equal((await control('GET', `/transactions/${id}`, foreign)).status, 404)
  t.equal((await control('POST', `/transactions/${id}/pay`, foreign)).status, 404)
  t.same((await control('GET', '/transactions', foreign)).json.items, [])
  t.equal((await control('GET', `/transactions/${id}?merchant=another`)).status, 404, 'the query wins')
  t.equal((await control('GET', `/transactions/${id}?merchant=${mine}`, foreign)).status, 200)
  const paid = await control('POST', `/transactions/${id}/pay?merchant=${mine}`, none)
  t.equal(paid.status, 200)
  t.notMatch(paid.text, mine, 'the merchant key is not repeated')
})
