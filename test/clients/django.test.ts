import t from 'tap'
import { visit } from '../support/gate.ts'
import { created, startOfficialClient, writers } from '../support/official-client.ts'

// The Django plugin: the shapes of the PHP SDKs, keys in the body, null for what is unset, two slashes in the path of a
// confirmation. Its page posts customers to `payment_url`, and reads callbacks as forms.
const hand = {
  contentType: 'application/json',
  paths: { request: '/api/v1/payments/request', confirm: '/api/v1//transactions/confirm/' },
  write: writers.python,
}

type Keys = { publicKey: string; privateKey: string; secretKey: string }

/** The example of its page: no items, and nothing of the store but its name. */
function payment({ publicKey, privateKey, secretKey }: Keys, callbackUrl: string | null) {
  return {
    invoice: {
      keys: { public: publicKey, private: privateKey, secret: secretKey },
      currency: 'XOF',
      items: [],
      taxes: [],
      amount: 5000,
      description: 'Achat de produit n° 1',
      custom_datas: null,
    },
    store: {
      name: 'Ma Boutique',
      postal_adress: null,
      logo_url: null,
      web_site_url: null,
      phone: null,
      template: 'default',
    },
    actions: {
      cancel_url: 'https://votre-site.com/cancel',
      return_url: 'https://votre-site.com/success',
      callback_url: callbackUrl,
    },
  }
}

t.test('set_request_payment answers with the payment_url that the view hands to its template', async (t) => {
  const client = await startOfficialClient(t, hand)
  const answer = await client.request(payment(client.credentials, null))
  t.strictSame(client.plain(answer, answer.transaction_id), created(5000))
})

t.test('the form of its template, an empty POST from another site, opens the payment page', async (t) => {
  const client = await startOfficialClient(t, hand)
  const { payment_url } = await client.request(payment(client.credentials, null))
  const headers = { origin: 'https://votre-site.com', 'sec-fetch-site': 'cross-site' }
  for (const fields of [{}, { csrfmiddlewaretoken: 'of another site' }]) {
    const { status, location } = await visit(payment_url, {
      method: 'POST',
      headers,
      body: new URLSearchParams(fields),
    })
    t.equal(status, 303)
    t.equal(new URL(location ?? '', payment_url).href, `${payment_url}?lang=fr`)
  }
  t.equal((await visit(`${payment_url}?lang=fr`, {})).status, 200)
  t.equal(await client.statusOf(payment_url.split('/').at(-1)), 'PENDING')
})

t.test('get_transaction_status answers with the status, all null as it was sent', async (t) => {
  const client = await startOfficialClient(t, hand)
  const { transaction_id: id } = await client.request(payment(client.credentials, null))
  t.strictSame(client.plain(await client.confirm(id), id), {
    error: false,
    status: 'PENDING',
    message: 'statut de la transaction',
    transaction: {
      _id: '<id>',
      _status: 'PENDING',
      _env: 'sandbox',
      _type: 'DEBIT',
      _reference: '<reference>',
      _amount: 5000,
      _country_code: 'BJ',
      _qrcode: '<picture>',
      _channels: [],
      _created_at: '<instant>',
      _actions: {
        cancel_url: 'https://votre-site.com/cancel',
        return_url: 'https://votre-site.com/success',
        callback_url: null,
      },
      _store: {
        name: 'Ma Boutique',
        postal_adress: null,
        logo_url: null,
        web_site_url: null,
        phone: null,
        template: 'default',
      },
      __v: 0,
      invoice: {
        _id: '<part>',
        _created_at: '<instant>',
        currency: 'xof',
        amount: 5000,
        description: 'Achat de produit n° 1',
        custom_datas: null,
        items: [],
        taxes: [],
        transaction: '<id>',
        __v: 0,
      },
    },
    marchand: { name: 'Ma Boutique' },
    amount: 5000,
    total_amount: 5000,
    currency: 'xof',
  })
})

t.test('with --callback-format form, request.POST has the transaction_id and the flat fields', async (t) => {
  const client = await startOfficialClient(t, hand, { callbackFormat: 'form' })
  const { transaction_id: id } = await client.request(payment(client.credentials, client.merchant.url))
  await client.pay(id)
  await client.waitForCallback(id)
  const [callback] = client.merchant.received
  t.equal(callback?.headers['content-type'], 'application/x-www-form-urlencoded')
  const post = Object.fromEntries(new URLSearchParams(callback?.body))
  t.match(client.plain(post, id), {
    error: 'false',
    status: 'SUCCESS',
    transaction_id: '<id>',
    amount: '5000',
    total_amount: '5000',
    currency: 'xof',
    account_number: '22961XXXXXX',
    source: 'MTN',
    fees: '250',
    net_amount: '5250',
    'transaction[_id]': '<id>',
    'transaction[_reference]': /^[A-Za-z0-9]{10}$/,
    'transaction[invoice][amount]': '5000',
    'transaction[invoice][description]': 'Achat de produit n° 1',
    'marchand[name]': 'Ma Boutique',
    'customer[name]': 'Client Test',
  })
  t.equal((await client.confirm(post.transaction_id ?? '')).status, 'SUCCESS')
})

for (const callbackFormat of ['json', 'form'] as const) {
  t.test(`the keys of the body come back nowhere, nor in a ${callbackFormat} callback`, async (t) => {
    const client = await startOfficialClient(t, hand, { callbackFormat })
    const { transaction_id: id } = await client.request(payment(client.credentials, client.merchant.url))
    await client.confirm(id)
    await client.pay(id)
    await client.waitForCallback(id)
    t.match(client.requests({ operation: 'requestPayment' }), [{ keysInBody: true }])
    t.equal(client.merchant.received.length, 1)
    t.strictSame(client.leakedKeys(), [])
  })
}
