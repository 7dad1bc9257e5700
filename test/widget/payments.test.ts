import t from 'tap'
import { minimalPayment } from '../support/sandbox.ts'
import { shop, startTestWidget, type TestWidget } from '../support/widget.ts'

const create = '/widget/payments'
const wanted = { public_key: 'public-key-1', amount: 1000, currency: 'xof', company: { name: 'Boutique' } }

/** Uses the API with a public key, as the server of a merchant does. */
const use = ({ send }: TestWidget, publicKey: string, merchantKey: string) =>
  send('POST', '/api/v1/payments/request', {
    body: minimalPayment,
    headers: { 'x-api-key': publicKey, 'x-marchand-key': merchantKey },
  })

const transactionsOf = async ({ send }: TestWidget, world: string) =>
  (await send('GET', `/__admin/transactions?merchant=${world}`)).json.items as Record<string, unknown>[]

t.test('the script is there for pages of any origin, and is not kept for long', async (t) => {
  const { url } = await startTestWidget(t)
  const { status, headers } = await fetch(`${url}/sdk-javascript.js`)
  t.equal(status, 200)
  t.match(Object.fromEntries(headers), {
    'content-type': 'text/javascript; charset=utf-8',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=300',
  })
})

t.test('a page gets the path of a new payment, its names, and nothing else', async (t) => {
  const widget = await startTestWidget(t)
  const { status, json, headers } = await widget.ask(create, wanted)
  t.equal(status, 200)
  t.equal(headers.get('access-control-allow-origin'), '*')
  t.equal(headers.get('cache-control'), 'no-store')
  t.same(Object.keys(json), ['error', 'transaction_id', 'reference', 'path'])
  t.match(
    json.path,
    new RegExp(`^/payment/gate/${json.transaction_id}\\?frame=[\\w-]{43}\\.https%3A%2F%2Fshop\\.test$`),
  )
})

t.test('a browser learns before it asks that it may, for these two calls and no others', async (t) => {
  const { url } = await startTestWidget(t)
  for (const path of [create, '/widget/frames']) {
    const { status, headers } = await fetch(`${url}${path}`, { method: 'OPTIONS', headers: { origin: shop } })
    t.equal(status, 204)
    t.match(Object.fromEntries(headers), {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type',
    })
    t.notOk(headers.has('access-control-allow-credentials'))
  }
  for (const path of ['/api/v1/payments/request', '/__admin/transactions', '/payment/gate/x', '/sdk-javascript.js']) {
    const { headers } = await fetch(`${url}${path}`, { method: 'OPTIONS', headers: { origin: shop } })
    t.notOk(headers.has('access-control-allow-origin'), path)
  }
})

t.test('the payment belongs to the merchant that used the public key last', async (t) => {
  const widget = await startTestWidget(t)
  await use(widget, wanted.public_key, 'merchant-1')
  await use(widget, 'another-public-key', 'merchant-2')
  const { json } = await widget.ask(create, wanted)
  const [newest] = await transactionsOf(widget, 'merchant-1')
  t.equal(newest?.id, json.transaction_id)

  await use(widget, wanted.public_key, 'merchant-3')
  await widget.ask(create, wanted)
  t.equal((await transactionsOf(widget, 'merchant-3')).length, 2)
})

t.test('a public key that nobody has used opens a world that it names', async (t) => {
  const widget = await startTestWidget(t)
  const { json } = await widget.ask(create, wanted)
  const [made] = await transactionsOf(widget, wanted.public_key)
  t.equal(made?.id, json.transaction_id)
})

t.test('with --keys a listed public key means its merchant, and any other is a 401', async (t) => {
  const merchant = { publicKey: 'p1', privateKey: 'tpk_1', secretKey: 'tsk_1', merchantKey: 'm1' }
  const widget = await startTestWidget(t, { keys: [merchant] })
  const { json } = await widget.ask(create, { ...wanted, public_key: 'p1' })
  t.equal((await widget.transactions())[0]?.id, json.transaction_id)
  for (const public_key of ['p2', 'm1', 'tpk_1', 'tsk_1', '__proto__']) {
    const { status, json } = await widget.ask(create, { public_key })
    t.equal(status, 401, public_key)
    t.same(json, { error: true, status: 'ERROR', message: 'Invalid API keys' })
  }
})

t.test('what a page says of its company and its own data are kept with the payment', async (t) => {
  const widget = await startTestWidget(t)
  const callback_url = `${shop}/callback`
  await use(widget, wanted.public_key, widget.credentials.merchantKey)
  await widget.ask(create, {
    ...wanted,
    amount: '13600.00',
    sandbox: false,
    callback_url,
    company: { name: 'Boutique', template: 'default+', color: '#008000', logo_url: 'https://shop.test/logo.png' },
    custom_datas: { order: 42 },
    customer: { firstname: 'Awa' },
  })
  const [made] = await widget.transactions()
  t.match(made?.order, {
    amount: 13_600,
    customData: { order: 42 },
    store: { name: 'Boutique', template: 'default+', color: '#008000', logo: 'https://shop.test/logo.png' },
    actions: { callbackUrl: callback_url, returnUrl: null, cancelUrl: null },
  })
})

t.test('a company without a name goes by the address of its page', async (t) => {
  const widget = await startTestWidget(t)
  await use(widget, wanted.public_key, widget.credentials.merchantKey)
  for (const company of [undefined, null, {}, { name: '' }, { name: null }]) {
    await widget.ask(create, { ...wanted, company })
    t.equal((await widget.transactions())[0]?.order.store.name, 'shop.test')
  }
})

for (const [name, change, path, message] of [
  ['no public key', { public_key: undefined }, '/', "must have required property 'public_key'"],
  ['an empty one', { public_key: '' }, '/public_key', 'must be the public key, a text of 1 to 256 characters'],
  [
    'a long one',
    { public_key: 'a'.repeat(257) },
    '/public_key',
    'must be the public key, a text of 1 to 256 characters',
  ],
  ['a number for one', { public_key: 1 }, '/public_key', 'must be the public key, a text of 1 to 256 characters'],
  ['no amount', { amount: undefined }, '/', "must have required property 'amount'"],
  ['nothing to pay', { amount: 0 }, '/amount', /^must be a whole number of XOF/],
  ['half a franc', { amount: 0.5 }, '/amount', /^must be a whole number of XOF/],
  ['an amount too large', { amount: '9007199254740993' }, '/amount', /^must be a whole number of XOF/],
  ['another currency', { currency: 'EUR' }, '/currency', 'must be XOF, the only currency that Intram documents'],
  ['a script for a callback', { callback_url: 'javascript:alert(1)' }, '/callback_url', /^must be an http/],
  ['a callback that is no URL', { callback_url: 'http://[' }, '/callback_url', /^must be an http/],
  ['a text for a company', { company: 'Boutique' }, '/company', 'must be an object or null'],
  ['an object for a logo', { company: { logo_url: {} } }, '/company/logo_url', 'must be text or null'],
  ['an unknown scenario', { custom_datas: { scenario: 'x' } }, '/custom_datas/scenario', /^must be a scenario/],
] as const) {
  t.test(`${name} is a 400 that says what to do, readable by the page`, async (t) => {
    const widget = await startTestWidget(t)
    const { status, headers, details } = await widget.ask(create, { ...wanted, ...change })
    t.equal(status, 400)
    t.equal(headers.get('access-control-allow-origin'), '*')
    t.match(details, [{ path, message }])
  })
}

for (const body of ['', 'x', 'null', '[]', '"text"', '{"__proto__": {}}']) {
  t.test(`the body ${JSON.stringify(body)} is a 400`, async (t) => {
    const widget = await startTestWidget(t)
    const { status, json } = await widget.ask(create, body)
    t.equal(status, 400)
    t.match(json, { error: true, status: 'ERROR' })
  })
}

t.test('a body that is too large, or no JSON, is refused', async (t) => {
  const widget = await startTestWidget(t)
  t.equal((await widget.ask(create, { ...wanted, custom_datas: ['x'.repeat(300_000)] })).status, 413)
  t.equal((await widget.ask(create, JSON.stringify(wanted), { 'content-type': 'text/plain' })).status, 415)
})

for (const origin of [
  'null',
  'file://',
  'nonsense',
  'https://shop.test/',
  'https://shop.test/path',
  'HTTPS://shop.test',
  'https://shop.test:443',
  'https://user@shop.test',
  'ftp://shop.test',
  'chrome-extension://abc',
  'http://[::1]:3000',
  "https://a;script-src'unsafe-inline'",
  'https://a,b*c',
  'https://*',
  'https://a https://b',
  `https://${'a'.repeat(300)}.test`,
]) {
  t.test(`a page of the origin ${origin.slice(0, 40)} gets no frame`, async (t) => {
    const widget = await startTestWidget(t)
    const { status, details } = await widget.ask(create, wanted, { origin })
    t.equal(status, 400)
    t.match(details, [{ path: 'Origin', message: /^must be that of a page/ }])
    t.same(await transactionsOf(widget, wanted.public_key), [])
  })
}

const publicPage = 'https://shop.example.com'

for (const [origin, callback_url, status] of [
  [publicPage, 'https://api.shop.example.com/callback', 200],
  [publicPage, 'http://127.0.0.1:8080/', 400],
  [publicPage, 'http://0x7f.1/', 400],
  [publicPage, 'http://localhost/', 400],
  [publicPage, 'http://192.168.1.1/admin', 400],
  [publicPage, 'http://[::1]/', 400],
  [publicPage, 'http://[::ffff:127.0.0.1]/', 400],
  [publicPage, 'http://router/', 400],
  ['http://localhost:3000', 'http://127.0.0.1:8000/callback', 200],
  ['http://192.168.1.7', 'http://backend:8000/callback', 200],
] as const) {
  t.test(`a page of ${origin} with a callback to ${callback_url} is a ${status}`, async (t) => {
    const widget = await startTestWidget(t)
    const answer = await widget.ask(create, { ...wanted, callback_url }, { origin })
    t.equal(answer.status, status)
    if (status === 400) t.match(answer.details, [{ path: '/callback_url', message: /^must not lead into a private/ }])
  })
}

for (const callback_url of ['http://100.64.0.1/', 'http://[64:ff9b::7f00:1]/']) {
  t.test(`a callback of a public page to ${callback_url} is refused when it is due, and explained`, async (t) => {
    const widget = await startTestWidget(t)
    const { publicKey } = widget.credentials
    const change = { public_key: publicKey, callback_url, custom_datas: { scenario: 'success' } }
    const { json } = await widget.ask(create, { ...wanted, ...change }, { origin: publicPage })
    t.match(await widget.waitForCallback(String(json.transaction_id)), {
      state: 'refused',
      attempts: [{ diagnosis: { code: 'address-not-public' } }],
    })
  })
}
