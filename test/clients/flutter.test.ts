import t from 'tap'
import { startOfficialClient, writers } from '../support/official-client.ts'

// The Flutter package: its page shows what it is given (the amount, the name, colour and logo of the store), and that it
// asks for a transaction by the reference. How it pays inside the app is not documented.
const hand = {
  contentType: 'application/json',
  paths: { request: '/api/v1/payments/request', confirm: '/api/v1/transactions/confirm/' },
  write: writers.javascript,
}

const payment = {
  invoice: { currency: 'XOF', amount: 5000 },
  store: { name: 'Hangbé Store', color: '#08a0cf', logo_url: 'https://intram.org/images/logo-1.png' },
}

t.test('getTransaction finds by the reference what was asked for by the app', async (t) => {
  const client = await startOfficialClient(t, hand)
  const { transaction_id: id } = await client.request(payment)
  const reference = (await client.confirm(id)).transaction._reference
  t.match(reference, /^[A-Za-z0-9]{10}$/, 'as in its page: PJ2flG2YVc')

  const found = client.plain(await client.confirm(reference), id)
  t.match(found, {
    error: false,
    status: 'PENDING',
    amount: 5000,
    transaction: { _id: '<id>', _reference: '<reference>' },
  })
})

t.test('by the reference, a paid transaction says as much as by its id', async (t) => {
  const client = await startOfficialClient(t, hand)
  const { transaction_id: id } = await client.request(payment)
  const reference = (await client.confirm(id)).transaction._reference
  await client.pay(reference)
  const found = await client.confirm(reference)
  t.strictSame(found, await client.confirm(id))
  t.match(found, { status: 'SUCCESS', amount: 5000, fees: 250, net_amount: 5250, customer: { phone: '61000000' } })
  t.strictSame(client.leakedKeys(), [])
})
