import t from 'tap'
import { paymentWith, startTestSandbox } from '../support/sandbox.ts'

const path = '/api/v1/payments/request'

t.test('a new payment answers what the SDKs read', async (t) => {
  const { send, url } = await startTestSandbox(t)
  const { status, json } = await send('POST', path, { body: paymentWith({}) })
  t.equal(status, 200)
  t.match(json, {
    error: false,
    status: 'PENDING',
    transaction_id: /^[0-9a-f]{24}$/,
    total_amount: 1000,
    currency: 'xof',
    qr_code: /^data:image\/png;base64,/,
    message: 'Transaction created successfully',
  })
  t.equal(json.receipt_url, `${url}/payment/gate/${json.transaction_id}`)
  t.equal(json.payment_url, json.receipt_url)
})

const accepted: Record<string, ReturnType<typeof paymentWith> | object> = {
  'amount as text': paymentWith({ invoice: { amount: '1000' } }),
  'amount as text with decimals (WooCommerce)': paymentWith({ invoice: { amount: '1000.00' } }),
  'currency in lower case (WooCommerce)': paymentWith({ invoice: { currency: 'xof' } }),
  'items and taxes as empty lists': paymentWith({ invoice: { items: [], taxes: [] } }),
  'items and taxes as null (PHP)': paymentWith({ invoice: { items: null, taxes: null } }),
  'items as a list with qte and totalamount as text (PHP)': paymentWith({
    invoice: { items: [{ name: 'T-shirt', qte: '2', price: '500', totalamount: '1000' }] },
  }),
  'items as a list with quantity and total_amount': paymentWith({
    invoice: { items: [{ name: 'T-shirt', quantity: 2, price: 500, total_amount: 1000 }] },
  }),
  'items and taxes as objects (Node)': paymentWith({
    invoice: {
      items: { item_1: { name: 'T-shirt', quantity: 2, unit_price: 500, total_price: 1000, description: 'Red' } },
      taxes: { tax_1: { name: 'TVA', amount: 180 } },
    },
  }),
  'taxes as a list': paymentWith({ invoice: { taxes: [{ name: 'TVA', amount: '180' }] } }),
  'description as null': paymentWith({ invoice: { description: null } }),
  'custom_datas as an object': paymentWith({ invoice: { custom_datas: { order: 42 } } }),
  'custom_datas as a list of pairs (PHP)': paymentWith({ invoice: { custom_datas: [['order', 42]] } }),
  'custom_datas as an empty list (WooCommerce)': paymentWith({ invoice: { custom_datas: [] } }),
  'custom_datas as null': paymentWith({ invoice: { custom_datas: null } }),
  'custom_data at the root (Node)': { ...paymentWith({}), custom_data: { order: 42 } },
  channels: paymentWith({ invoice: { channels: ['moov-benin', 'mtn-benin', 'visa'] } }),
  'keys in the body': paymentWith({ invoice: { keys: { public: 'a', private: 'tpk_b', secret: 'tsk_c' } } }),
  'all of the store but its name null (PHP)': paymentWith({
    store: { postal_adress: null, logo_url: null, web_site_url: null, phone: null, template: null },
  }),
  'free text where URLs are expected (PHP)': paymentWith({
    store: { web_site_url: 'Benin - Cotonou - Akpakpa', logo_url: 'logo' },
  }),
  'the store of the Node SDK': paymentWith({
    store: {
      tagline: 'Chic',
      phone_number: '61000000',
      postal_address: 'Cotonou',
      website_url: 'https://example.com',
      color: '#123456',
      callback_url: 'https://example.com/callback',
    },
  }),
  'no actions (Node)': paymentWith({}),
  'actions as null': paymentWith({ actions: null }),
  'each action null (PHP)': paymentWith({ actions: { cancel_url: null, return_url: null, callback_url: null } }),
  'empty action URLs': paymentWith({ actions: { cancel_url: '', return_url: '', callback_url: '' } }),
  'one action': paymentWith({ actions: { callback_url: 'http://localhost:3000/callback' } }),
  'unknown fields anywhere': {
    ...paymentWith({ invoice: { x: 1 }, store: { y: [] }, actions: { z: {} } }),
    more: true,
  },
}

t.test('takes what real clients send', async (t) => {
  const { send } = await startTestSandbox(t)
  for (const [what, body] of Object.entries(accepted)) {
    const { status, json } = await send('POST', path, { body })
    t.match({ status, ...json }, { status: 'PENDING', total_amount: 1000 }, what)
  }
})

const amountMessage = 'must be a whole number of XOF from 1 to 9007199254740991, such as 13600 or "13600.00"'
const urlMessage = 'must be an http:// or https:// URL of at most 2048 characters, or an empty string or null for none'

const refused: [what: string, body: unknown, path: string, message: string | RegExp][] = [
  ...[
    0,
    -5,
    10.5,
    2 ** 53,
    '0',
    '0.00',
    '-5',
    '10.5',
    '9007199254740992',
    '9007199254740993',
    'abc',
    '',
    '1 000',
    true,
    null,
    [1000],
  ].map((amount): [string, unknown, string, string] => [
    `the amount ${JSON.stringify(amount)}`,
    paymentWith({ invoice: { amount } }),
    '/invoice/amount',
    amountMessage,
  ]),
  ...['EUR', 'X0F', '', 'XOF ', null, 952].map((currency): [string, unknown, string, string] => [
    `the currency ${JSON.stringify(currency)}`,
    paymentWith({ invoice: { currency } }),
    '/invoice/currency',
    'must be XOF, the only currency that Intram documents',
  ]),
  ...[
    'javascript:alert(1)',
    'data:text/html,hello',
    'ftp://example.com',
    'monmagasin.com',
    '//example.com',
    'https://',
    7,
  ].map((url): [string, unknown, string, string] => [
    `the callback URL ${JSON.stringify(url)}`,
    paymentWith({ actions: { callback_url: url } }),
    '/actions/callback_url',
    urlMessage,
  ]),
  [
    'a store URL that is not http',
    paymentWith({ store: { return_url: 'javascript:1' } }),
    '/store/return_url',
    urlMessage,
  ],
  ['no invoice', { store: { name: 'A' } }, '/', /invoice/],
  ['no store', { invoice: { currency: 'XOF', amount: 1 } }, '/', /store/],
  ['a store without a name', { invoice: { currency: 'XOF', amount: 1 }, store: {} }, '/store', /name/],
  ['an empty store name', paymentWith({ store: { name: '' } }), '/store/name', 'must not be empty'],
  ['a list', [], '/', 'must be an object'],
  ['a text', '"hello"', '/', 'must be an object'],
  ['null', 'null', '/', 'must be an object'],
  ['a number for a text', paymentWith({ invoice: { description: 1 } }), '/invoice/description', 'must be text or null'],
  [
    'true for a price',
    paymentWith({ invoice: { items: [{ price: true }] } }),
    '/invoice/items/0/price',
    'must be a number, text or null',
  ],
  ['a number for the store’s name', paymentWith({ store: { name: 1 } }), '/store/name', 'must be text'],
  [
    'items as text',
    paymentWith({ invoice: { items: 'T-shirt' } }),
    '/invoice/items',
    'must be a list, an object or null',
  ],
  ['an item that is a number', paymentWith({ invoice: { items: [1] } }), '/invoice/items/0', 'must be an object'],
  [
    'custom data nested too deeply',
    `{"invoice":{"currency":"XOF","amount":1},"store":{"name":"A"},"custom_data":${'['.repeat(900)}${']'.repeat(900)}}`,
    '/custom_data',
    'must not be nested deeper than 32 levels',
  ],
]

t.test('refuses, with one detail per mistake that says where and why', async (t) => {
  const { send } = await startTestSandbox(t)
  for (const [what, body, where, message] of refused) {
    const { status, json } = await send('POST', path, { body })
    const details = [{ path: where, message }]
    t.match(
      { code: status, ...json },
      { code: 400, error: true, status: 'ERROR', message: 'The request is not valid', details },
      what,
    )
    t.equal((json.details as unknown[]).length, 1, what)
  }
})

t.test('tells every mistake at once, but at most 20', async (t) => {
  const { send } = await startTestSandbox(t)
  const two = await send('POST', path, { body: paymentWith({ invoice: { amount: 0, currency: 'EUR' } }) })
  t.same((two.json.details as { path: string }[]).map((detail) => detail.path).sort(), [
    '/invoice/amount',
    '/invoice/currency',
  ])

  const many = await send('POST', path, { body: paymentWith({ invoice: { items: Array(5000).fill(1) } }) })
  t.equal((many.json.details as unknown[]).length, 20)
})

for (const [what, invoice, atRoot, kept] of [
  ['the invoice’s are kept when there are none at the root', { order: 1 }, undefined, { order: 1 }],
  ['the invoice’s are kept when those at the root are null', { order: 1 }, null, { order: 1 }],
  ['those at the root win, whatever they are', { order: 1 }, '', ''],
  ['those at the root win over none', null, { order: 2 }, { order: 2 }],
  ['null twice is none', null, null, null],
] as const) {
  t.test(`of custom data ${what}`, async (t) => {
    const { send } = await startTestSandbox(t)
    const body = { ...paymentWith({ invoice: { custom_datas: invoice } }), custom_data: atRoot }
    const { transaction_id } = (await send('POST', path, { body })).json
    const { json } = await send('GET', `/api/v1/transactions/confirm/${transaction_id}`)
    t.match(json, { transaction: { invoice: { custom_datas: kept } } })
  })
}

t.test('a scenario that cannot be read is refused where it stands, beside null too', async (t) => {
  const { send } = await startTestSandbox(t)
  const body = { ...paymentWith({ invoice: { custom_datas: { scenario: 'oops' } } }), custom_data: null }
  t.match((await send('POST', path, { body })).json, { details: [{ path: '/invoice/custom_datas/scenario' }] })
})

t.test('actions win over the same URLs in the store', async (t) => {
  const { send } = await startTestSandbox(t)
  const body = paymentWith({
    store: { callback_url: 'https://store.example/callback', return_url: 'https://store.example/return' },
    actions: { callback_url: 'https://actions.example/callback', return_url: '' },
  })
  const { json } = await send('POST', path, { body })
  const confirmed = await send('GET', `/api/v1/transactions/confirm/${json.transaction_id}`)
  t.match(confirmed.json, {
    transaction: {
      _actions: {
        callback_url: 'https://actions.example/callback',
        return_url: 'https://store.example/return',
        cancel_url: null,
      },
    },
  })
})
