import t from 'tap'
import { payWith } from '../support/gate.ts'
import { created, startOfficialClient, writers } from '../support/official-client.ts'

// The WooCommerce plugin: the amount is WooCommerce's text, the currency may be in small letters, the web site is any
// text. It sends customers on only if the status is PENDING, and looks for the result after a second "?".
const hand = {
  contentType: 'application/json',
  paths: { request: '/api/v1/payments/request', confirm: '/api/v1/transactions/confirm/' },
  write: writers.php,
}

type Keys = { publicKey: string; privateKey: string; secretKey: string }

const returnUrl = 'https://boutique.test/?wc-api=wc_intram&order_id=42'
const cancelUrl = 'https://boutique.test/panier/?cancel_order=true&order_id=42'

function payment({ publicKey, privateKey, secretKey }: Keys, callbackUrl: string, currency = 'xof') {
  return {
    invoice: {
      keys: { public: publicKey, private: privateKey, secret: secretKey },
      currency,
      items: [{ name: 'Pagne tissé', quantity: 2, price: '6800', total_amount: '13600' }],
      taxes: [],
      amount: '13600.00',
      description: 'Commande 42',
      custom_datas: [],
    },
    store: {
      name: 'Ma boutique',
      postal_adress: 'Cotonou',
      logo_url: '',
      web_site_url: 'Benin - Cotonou - Akpakpa',
      phone: '97000000',
      template: 'default',
    },
    actions: { cancel_url: cancelUrl, return_url: returnUrl, callback_url: callbackUrl },
  }
}

for (const currency of ['xof', 'XOF']) {
  t.test(`a payment in ${currency} is PENDING, and the customer may be sent on`, async (t) => {
    const client = await startOfficialClient(t, hand)
    const answer = await client.request(payment(client.credentials, client.merchant.url, currency))
    t.strictSame(client.plain(answer, answer.transaction_id), created(13600))
  })
}

t.test('the text of the amount is charged as a number, and free text where URLs are expected stays', async (t) => {
  const client = await startOfficialClient(t, hand)
  const { transaction_id: id } = await client.request(payment(client.credentials, client.merchant.url))
  const { amount, total_amount, transaction } = client.plain(await client.confirm(id), id)
  t.strictSame([amount, total_amount, transaction._amount, transaction.invoice.amount], [13600, 13600, 13600, 13600])
  t.strictSame(transaction._store, {
    name: 'Ma boutique',
    postal_adress: 'Cotonou',
    logo_url: '',
    web_site_url: 'Benin - Cotonou - Akpakpa',
    phone: '97000000',
    template: 'default',
  })
  t.strictSame(transaction._actions, { cancel_url: cancelUrl, return_url: returnUrl, callback_url: '<callback>' })
  t.strictSame(transaction.invoice.items, [
    { _id: '<part>', name: 'Pagne tissé', quantity: 2, price: '6800', total_amount: '13600', description: null },
  ])
  t.strictSame([transaction.invoice.taxes, transaction.invoice.custom_datas], [[], []])
})

for (const { what, form, status, target } of [
  { what: 'who has paid', form: payWith('61000000'), status: 'SUCCESS', target: returnUrl },
  { what: 'who gave up', form: { action: 'cancel' }, status: 'CANCELED', target: cancelUrl },
]) {
  t.test(`with --legacy-redirect, a customer ${what} comes back with the result after a second "?"`, async (t) => {
    const client = await startOfficialClient(t, hand, { legacyRedirect: true })
    const { transaction_id: id } = await client.request(payment(client.credentials, client.merchant.url))
    const { location } = await client.post(id, form)
    t.equal(location, `${target}?token=${id}&STATUS=${status}&transaction_id=${id}`)
  })

  t.test(`without it, the query of a customer ${what} is one that every other client can read`, async (t) => {
    const client = await startOfficialClient(t, hand)
    const { transaction_id: id } = await client.request(payment(client.credentials, client.merchant.url))
    const { location } = await client.post(id, form)
    t.equal(location, `${target}&token=${id}&STATUS=${status}&transaction_id=${id}`)
  })
}

t.test('the callback says the status and the amount, and the keys of the body come back nowhere', async (t) => {
  const client = await startOfficialClient(t, hand)
  const { transaction_id: id } = await client.request(payment(client.credentials, client.merchant.url))
  await client.pay(id)
  await client.waitForCallback(id)
  const [callback] = client.merchant.received
  const { status, transaction_id, amount, fees, net_amount, transaction } = JSON.parse(callback?.body ?? '')
  t.strictSame(
    { status, transaction_id, amount, fees, net_amount, invoiced: transaction.invoice.amount },
    { status: 'SUCCESS', transaction_id: id, amount: 13600, fees: 680, net_amount: 14280, invoiced: 13600 },
  )
  t.equal((await client.confirm(id)).status, 'SUCCESS')
  t.match(client.requests({ operation: 'requestPayment' }), [{ keysInBody: true }])
  t.strictSame(client.leakedKeys(), [])
})
