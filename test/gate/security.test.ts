import t from 'tap'
import { payWith, startTestGate, visit } from '../support/gate.ts'

const policyOf = (headers: Headers) =>
  new Map(
    (headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values.join(' ')]
    }),
  )

const browser = { headers: { accept: 'text/html,*/*;q=0.8' } }

const strict = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data:",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
}

t.test('no page of the gate is framed, kept, sniffed, told to others, or loads from elsewhere', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create()
  const paid = await gate.create()
  await gate.pay(paid)
  for (const [name, page, form] of [
    ['the form', await gate.open(id), "'self'"],
    ['a mistake', await gate.post(id, payWith('1')), "'self'"],
    ['the wait', await gate.open(id, { query: '?waiting' }), "'self'"],
    ['the receipt', await gate.open(paid), "'none'"],
    ['an unknown payment', await gate.open('f'.repeat(24)), "'none'"],
    ['a refusal', await gate.post(id, { token: '' }), "'none'"],
  ] as const) {
    t.same(Object.fromEntries(policyOf(page.headers)), { ...strict, 'form-action': form }, name)
    t.match(Object.fromEntries(page.headers), {
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
    })
    t.notOk(page.headers.has('access-control-allow-origin'))
    t.notMatch(page.html, /<style|style=|<script(?! src="\/payment\/gate\/assets\/)|\son[a-z]+=|javascript:/i)
  }
})

t.test('a redirect to the store tells neither caches nor the store where it came from', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create({ actions: { return_url: 'https://shop.test/' } })
  const { headers } = await gate.post(id, payWith('61000000'))
  t.equal(headers.get('referrer-policy'), 'no-referrer')
  t.equal(headers.get('cache-control'), 'no-store')
})

t.test('a form ends up here, wherever the store wants its customers: they leave by the receipt', async (t) => {
  const gate = await startTestGate(t)
  for (const [return_url, way] of [
    ['https://shop.test/return?a=1', 'https://shop.test/return?a=1&'],
    ['http://localhost:3000/r#done', 'http://localhost:3000/r?'],
    ['https://boutique-é.test/', 'https://xn--boutique--j4a.test/?'],
    ['http://[::1]:8000/', 'http://[::1]:8000/?'],
    ["https://a;script-src'unsafe-inline'/", "https://a;script-src'unsafe-inline'/?"],
    ["https://shop.test/a;b,c?d='e' f", 'https://shop.test/a;b,c?d=%27e%27%20f&'],
  ] as const) {
    const id = await gate.create({ actions: { return_url } })
    t.equal(policyOf((await gate.open(id)).headers).get('form-action'), "'self'", return_url)

    const { location } = await gate.post(id, payWith('61000000'), browser)
    t.equal(location, `/payment/gate/${id}?leaving&lang=fr`)
    const leaving = await gate.open(id, { query: '?leaving&lang=fr' })
    t.same(Object.fromEntries(policyOf(leaving.headers)), { ...strict, 'form-action': "'none'" })
    t.equal(leaving.headers.get('referrer-policy'), 'no-referrer')
    t.ok(leaving.headers.get('refresh')?.startsWith(`0;url=${way}token=${id}&STATUS=SUCCESS`), return_url)
  }
})

t.test('a logo is shown, and its origin allowed, only when it is an https URL', async (t) => {
  const gate = await startTestGate(t)
  const logo_url = 'https://cdn.shop.test/logo.png?v=1&w=2'
  const page = await gate.open(await gate.create({ store: { logo_url } }))
  t.equal(policyOf(page.headers).get('img-src'), "'self' data: https://cdn.shop.test")
  t.match(page.html, 'src="https://cdn.shop.test/logo.png?v=1&amp;w=2" alt="Logo de Test Store"')
  t.match(page.html, 'referrerpolicy="no-referrer"')
  for (const logo_url of [
    'http://shop.test/logo.png',
    'logo.png',
    'javascript:alert(1)',
    'data:image/svg+xml,<svg/>',
  ]) {
    const page = await gate.open(await gate.create({ store: { logo_url } }))
    t.equal(policyOf(page.headers).get('img-src'), "'self' data:", logo_url)
    t.notMatch(page.html, /class="logo"/)
  }
})

t.test('its files are named after their content and kept for good', async (t) => {
  const gate = await startTestGate(t)
  const { html } = await gate.open(await gate.create({ store: { color: '#FC0' } }))
  const paths = [...html.matchAll(/(?:href|src)="(\/payment\/gate\/(?:assets|theme)\/[^"]+)"/g)].map(([, path]) => path)
  t.equal(paths.length, 3)
  for (const path of paths) {
    const { status, headers } = await visit(`${gate.url}${path}`, {})
    t.equal(status, 200)
    t.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable')
    t.equal(headers.get('x-content-type-options'), 'nosniff')
    t.match(headers.get('content-type'), path?.endsWith('.js') ? 'text/javascript' : 'text/css')
  }
  t.match((await visit(`${gate.url}${paths[0]}`, {})).html, '--brand:#ffcc00;--on-brand:#000000;--brand-edge:#767676')
})

t.test('a colour may have a name', async (t) => {
  const gate = await startTestGate(t)
  const { html } = await gate.open(await gate.create({ store: { color: 'Green' } }))
  t.match(html, '/payment/gate/theme/008000.css')
})

t.test('what is no colour never reaches a style sheet', async (t) => {
  const gate = await startTestGate(t)
  for (const color of ['reddish', '#12', 'url(https://evil.test)', '#fff;}body{display:none}', '"><script>']) {
    const { html } = await gate.open(await gate.create({ store: { color } }))
    t.match(html, '/payment/gate/theme/0a6b52.css', color)
    t.notMatch(html, 'evil.test')
  }
})

for (const path of [
  '/payment/gate/theme/red.css',
  '/payment/gate/theme/FFCC00.css',
  '/payment/gate/theme/ffcc00.css.map',
  '/payment/gate/assets/gate.css',
  '/payment/gate/assets/..%2f..%2findex.ts',
  '/payment/gate',
]) {
  t.test(`${path} is a 404 in the one envelope`, async (t) => {
    const { send } = await startTestGate(t)
    const { status, json } = await send('GET', path)
    t.equal(status, 404)
    t.match(json, { error: true, status: 'ERROR' })
  })
}

t.test('an id that no payment has, or that is none, is a page that says so', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create()
  const { transaction } = (await gate.client.confirmTransaction(id)) as { transaction?: { _reference?: string } }
  for (const unknown of [
    '',
    'f'.repeat(24),
    id.toUpperCase(),
    id.slice(1),
    `${id}0`,
    transaction?._reference ?? '',
    'constructor',
    '%22%3E%3Cscript%3E',
    '..%2f..%2fetc',
  ]) {
    const page = await gate.open(unknown, { query: '?lang=en' })
    t.equal(page.status, 404, unknown)
    t.match(page.html, '<h1>Payment not found</h1>')
    t.notMatch(page.html, '"><script>')
    t.equal((await gate.post(unknown, { token: 'x', action: 'pay' })).status, 404)
    if (unknown === '') continue
    const status = await gate.send('GET', `/payment/gate/${unknown}/status`)
    t.equal(status.status, 400)
    t.match(status.json, { error: true, message: 'Transaction not found' })
  }
})
