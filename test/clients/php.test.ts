import t from 'tap'
import { created, startOfficialClient, writers } from '../support/official-client.ts'

// The PHP SDKs: PayCfa, with static methods, and Intram, with two slashes in the path of its confirmations. Both send
// their keys in the body too, and hand the answers to the merchant as they are.
const hand = { contentType: 'Application/json', write: writers.php }
const generations = {
  PayCfa: { request: '/api/v1/payments/request', confirm: '/api/v1/transactions/confirm/' },
  Intram: { request: '/api/v1/payments/request', confirm: '/api/v1//transactions/confirm/' },
}

type Keys = { publicKey: string; privateKey: string; secretKey: string }

/** In the order in which both generations write their fields; what a merchant left unset is null. */
function payment({ publicKey, privateKey, secretKey }: Keys, callbackUrl: string | null, change: object = {}) {
  return {
    invoice: {
      keys: { public: publicKey, private: privateKey, secret: secretKey },
      currency: 'XOF',
      items: [
        { name: 'T-shirt', qte: '2', price: '500', totalamount: '1000' },
        { name: 'trouser', qte: '1', price: '12600', totalamount: '12600' },
      ],
      taxes: [
        { name: 'VAT', amount: '1000' },
        { name: 'Livraison', amount: '500' },
      ],
      amount: 13600,
      description: 'Commande n° 42 à livrer',
      custom_datas: [
        ['category', 'Jeu concours'],
        ['numero_gagnant', 5],
      ],
      ...change,
    },
    store: {
      name: 'Suntech Store',
      postal_adress: 'Cotonou - Akpakpa',
      logo_url: 'https://www.suntechshop.com/logo.png',
      web_site_url: 'https://www.suntechshop.com',
      phone: '67889900',
      template: 'default',
    },
    actions: {
      cancel_url: 'https://www.suntechshop.com/cancelUrl',
      return_url: 'https://www.suntechshop.com/returnUrl',
      callback_url: callbackUrl,
    },
  }
}

for (const [generation, paths] of Object.entries(generations)) {
  const start = (t: Parameters<typeof startOfficialClient>[0]) => startOfficialClient(t, { ...hand, paths })

  t.test(`${generation}: setRequestPayment gives the answer that its page shows`, async (t) => {
    const client = await start(t)
    const answer = await client.request(payment(client.credentials, client.merchant.url))
    t.strictSame(client.plain(answer, answer.transaction_id), created(13600))
  })

  t.test(`${generation}: the status of a new payment has all that the README shows`, async (t) => {
    const client = await start(t)
    const { transaction_id: id } = await client.request(payment(client.credentials, client.merchant.url))
    t.strictSame(client.plain(await client.confirm(id), id), {
      error: false,
      status: 'PENDING',
      message: 'statut de la transaction',
      transaction: transactionThatIs('PENDING'),
      marchand: { name: 'Suntech Store' },
      amount: 13600,
      total_amount: 13600,
      currency: 'xof',
    })
  })

  t.test(`${generation}: the status of a paid one has the flat fields too, the number masked`, async (t) => {
    const client = await start(t)
    const { transaction_id: id } = await client.request(payment(client.credentials, client.merchant.url))
    await client.pay(id, { channel: 'MOOV', accountNumber: '96000000' })
    await client.waitForCallback(id)
    const confirmed = client.plain(await client.confirm(id), id)
    t.strictSame(confirmed, {
      error: false,
      status: 'SUCCESS',
      message: 'statut de la transaction',
      transaction: transactionThatIs('SUCCESS'),
      marchand: { name: 'Suntech Store' },
      amount: 13600,
      total_amount: 13600,
      currency: 'xof',
      account_number: '22996XXXXXX',
      source: 'MOOV',
      fees: 680,
      net_amount: 14280,
      customer: { name: 'Client Test', phone: '96000000', email: null },
      receipt_url: '<sandbox>/payment/gate/<id>',
      custom_data: [
        ['category', 'Jeu concours'],
        ['numero_gagnant', 5],
      ],
    })
    const [callback] = client.merchant.received
    t.strictSame(client.plain(JSON.parse(callback?.body ?? ''), id), { ...confirmed, transaction_id: '<id>' })
  })

  t.test(`${generation}: the keys of the body come back nowhere`, async (t) => {
    const client = await start(t)
    const { transaction_id: id } = await client.request(payment(client.credentials, client.merchant.url))
    await client.confirm(id)
    await client.pay(id)
    await client.waitForCallback(id)
    t.equal(client.merchant.received.length, 1)
    t.match(client.requests({ operation: 'requestPayment' }), [
      { keysInBody: true, body: { invoice: { amount: 13600 } } },
    ])
    t.strictSame(client.leakedKeys(), [])
  })

  t.test(`${generation}: what a merchant leaves unset is null and asks for nothing`, async (t) => {
    const client = await start(t)
    const unset = { taxes: null, description: null, custom_datas: null }
    const { store, invoice } = payment(client.credentials, null, unset)
    const { transaction_id: id } = await client.request({
      invoice,
      store: { ...store, postal_adress: null, logo_url: null, web_site_url: null, phone: null },
      actions: { cancel_url: null, return_url: null, callback_url: null },
    })
    const { transaction } = await client.confirm(id)
    t.match(transaction, {
      _actions: { cancel_url: null, return_url: null, callback_url: null },
      _store: { name: 'Suntech Store', postal_adress: null, logo_url: null, web_site_url: null, phone: null },
      invoice: { taxes: [], description: null, custom_datas: null },
    })
  })
}

t.test('numbers may be numbers, and the later names of an item’s fields are known', async (t) => {
  const client = await startOfficialClient(t, { ...hand, paths: generations.Intram })
  const items = [{ name: 'T-shirt', quantity: 2, price: 500, total_amount: 1000 }]
  const custom_datas = { order: 42 }
  const { transaction_id: id } = await client.request(
    payment(client.credentials, null, { items, custom_datas, taxes: [] }),
  )
  const { transaction } = client.plain(await client.confirm(id), id)
  t.strictSame(transaction.invoice.items, [
    { _id: '<part>', name: 'T-shirt', quantity: 2, price: 500, total_amount: 1000, description: null },
  ])
  t.strictSame(transaction.invoice.custom_datas, { order: 42 })
})

function transactionThatIs(status: string) {
  return {
    _id: '<id>',
    _status: status,
    _env: 'sandbox',
    _type: 'DEBIT',
    _reference: '<reference>',
    _amount: 13600,
    _country_code: 'BJ',
    _qrcode: '<picture>',
    _channels: [],
    _created_at: '<instant>',
    _actions: {
      cancel_url: 'https://www.suntechshop.com/cancelUrl',
      return_url: 'https://www.suntechshop.com/returnUrl',
      callback_url: '<callback>',
    },
    _store: {
      name: 'Suntech Store',
      postal_adress: 'Cotonou - Akpakpa',
      logo_url: 'https://www.suntechshop.com/logo.png',
      web_site_url: 'https://www.suntechshop.com',
      phone: '67889900',
      template: 'default',
    },
    __v: 0,
    invoice: {
      _id: '<part>',
      _created_at: '<instant>',
      currency: 'xof',
      amount: 13600,
      description: 'Commande n° 42 à livrer',
      custom_datas: [
        ['category', 'Jeu concours'],
        ['numero_gagnant', 5],
      ],
      items: [
        { _id: '<part>', name: 'T-shirt', quantity: '2', price: '500', total_amount: '1000', description: null },
        { _id: '<part>', name: 'trouser', quantity: '1', price: '12600', total_amount: '12600', description: null },
      ],
      taxes: [
        { _id: '<part>', name: 'VAT', amount: '1000' },
        { _id: '<part>', name: 'Livraison', amount: '500' },
      ],
      transaction: '<id>',
      __v: 0,
    },
  }
}
