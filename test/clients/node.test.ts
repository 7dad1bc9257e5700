import t from 'tap'
import { created, startOfficialClient, writers } from '../support/official-client.ts'

// The Node.js SDK: `create` asks and confirms at once, `confirm` reads seven fields. Items and taxes are objects, its own
// data is at the root, and there are no keys in the body.
const hand = {
  contentType: 'application/json',
  paths: { request: '/api/v1/payments/request', confirm: '/api/v1/transactions/confirm/' },
  write: writers.javascript,
}

const store = {
  name: 'LandryShop',
  tagline: 'Votre satisfaction, notre priorité.',
  phone_number: '229670000000',
  postal_address: 'Benin-Cotonou Akpakpa',
  logo_url: 'http://www.landryShop/logo.png',
  website_url: 'Benin - Cotonou - Akpakpa',
  color: '#a845f4',
  template: 'default',
}
const invoice = {
  currency: 'XOF',
  amount: 42300,
  description: 'Optional Description',
  items: {
    item_1: { name: 'Croco shoes', quantity: 1, unit_price: 10000, total_price: 30000, description: 'Crocodile skin' },
    item_2: { name: 'Ice Shirt', quantity: 1, unit_price: 5000, total_price: 5000 },
  },
  taxes: { tax_1: { name: 'TVA (18%)', amount: 6300 }, tax_2: { name: 'Livraison', amount: 1000 } },
  channels: ['moov-benin', 'mtn-benin', 'visa'],
}
const custom_data = { category: 'contest', period: 'Christmas 2015', numero_gagnant: 5 }

t.test('create takes the transaction_id, the receipt_url and the status, and confirms at once', async (t) => {
  const client = await startOfficialClient(t, hand)
  const answer = await client.request({ invoice, store, custom_data })
  t.strictSame(client.plain(answer, answer.transaction_id), created(42300))

  const { error, status, message, total_amount, ...rest } = await client.confirm(answer.transaction_id)
  t.strictSame(
    { error, status, message, total_amount },
    { error: false, status: 'PENDING', message: 'statut de la transaction', total_amount: 42300 },
  )
  for (const later of ['customer', 'receipt_url', 'custom_data']) t.notOk(later in rest, `${later} comes once paid`)
})

t.test('confirm reads who paid, the receipt and the custom data once the customer has paid', async (t) => {
  const client = await startOfficialClient(t, hand)
  const { transaction_id: id } = await client.request({ invoice, store, custom_data })
  await client.pay(id)
  const { error, status, message, customer, receipt_url, custom_data: own, total_amount } = await client.confirm(id)
  t.strictSame(client.plain({ error, status, message, customer, receipt_url, custom_data: own, total_amount }, id), {
    error: false,
    status: 'SUCCESS',
    message: 'statut de la transaction',
    customer: { name: 'Client Test', phone: '61000000', email: null },
    receipt_url: '<sandbox>/payment/gate/<id>',
    custom_data: { category: 'contest', period: 'Christmas 2015', numero_gagnant: 5 },
    total_amount: 42300,
  })
})

t.test('what it wrote as objects is shown as lists, and its names for the store as Intram’s', async (t) => {
  const client = await startOfficialClient(t, hand)
  const { transaction_id: id } = await client.request({ invoice, store, custom_data })
  const { transaction } = client.plain(await client.confirm(id), id)
  t.strictSame(transaction.invoice.items, [
    {
      _id: '<part>',
      name: 'Croco shoes',
      quantity: 1,
      price: 10000,
      total_amount: 30000,
      description: 'Crocodile skin',
    },
    { _id: '<part>', name: 'Ice Shirt', quantity: 1, price: 5000, total_amount: 5000, description: null },
  ])
  t.strictSame(transaction.invoice.taxes, [
    { _id: '<part>', name: 'TVA (18%)', amount: 6300 },
    { _id: '<part>', name: 'Livraison', amount: 1000 },
  ])
  t.strictSame(transaction.invoice.custom_datas, custom_data)
  t.strictSame(transaction._channels, ['moov-benin', 'mtn-benin', 'visa'])
  t.strictSame(transaction._store, {
    name: 'LandryShop',
    postal_adress: 'Benin-Cotonou Akpakpa',
    logo_url: 'http://www.landryShop/logo.png',
    web_site_url: 'Benin - Cotonou - Akpakpa',
    phone: '229670000000',
    template: 'default',
  })
})

t.test('the least that it sends is enough: no items, no taxes, no actions', async (t) => {
  const client = await startOfficialClient(t, hand)
  const answer = await client.request({ invoice: { currency: 'XOF', amount: 1000 }, store: { name: 'LandryShop' } })
  const { status, transaction } = await client.confirm(answer.transaction_id)
  t.equal(status, 'PENDING')
  t.strictSame(transaction._actions, { cancel_url: null, return_url: null, callback_url: null })
  t.strictSame([transaction.invoice.items, transaction.invoice.taxes], [[], []])
})

t.test('any subset of the actions will do, and they win over those of the store', async (t) => {
  const client = await startOfficialClient(t, hand)
  const ofStore = { callback_url: client.merchant.url, return_url: 'http://my-shop.com/store' }
  const { transaction_id: id } = await client.request({
    invoice,
    store: { ...store, ...ofStore },
    actions: { return_url: 'http://my-shop.com/return' },
  })
  const { transaction } = client.plain(await client.confirm(id), id)
  t.strictSame(transaction._actions, {
    cancel_url: null,
    return_url: 'http://my-shop.com/return',
    callback_url: '<callback>',
  })
})

t.test('its Express example reads status and transaction.invoice.amount of the callback', async (t) => {
  const client = await startOfficialClient(t, hand)
  const actions = { callback_url: client.merchant.url }
  const { transaction_id: id } = await client.request({ invoice, store, custom_data, actions })
  await client.pay(id)
  await client.waitForCallback(id)
  const [callback] = client.merchant.received
  t.equal(callback?.headers['content-type'], 'application/json')
  const told = JSON.parse(callback?.body ?? '')
  t.strictSame([told.status, told.transaction.invoice.amount, told.transaction_id], ['SUCCESS', 42300, id])
  t.strictSame(told, { ...(await client.confirm(id)), transaction_id: id }, 'the rest is what a confirmation says')
  t.strictSame(client.leakedKeys(), [])
})

t.test('what is refused has error true, which makes create and confirm reject', async (t) => {
  const client = await startOfficialClient(t, hand)
  const refused = await client.request({ invoice: { ...invoice, amount: 0.5 }, store })
  t.match(refused, { error: true, status: 'ERROR', message: 'The request is not valid' })
  const unknown = await client.confirm('5f2d7a96b97d9d3fea912c11')
  t.strictSame(unknown, { error: true, status: 'ERROR', message: 'Transaction not found' })
})
