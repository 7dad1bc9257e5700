import t from 'tap'
import { payWith, tokenIn, visit } from '../support/gate.ts'
import { minimalPayment, paymentWith } from '../support/sandbox.ts'
import { shop, startTestWidget, type TestWidget } from '../support/widget.ts'

const frames = '/widget/frames'

async function openInFrame(widget: TestWidget, headers = {}) {
  const { publicKey } = widget.credentials
  const { json } = await widget.ask(
    '/widget/payments',
    { public_key: publicKey, amount: 1000, currency: 'xof' },
    headers,
  )
  return { id: String(json.transaction_id), url: `${widget.url}${json.path}` }
}

async function createOnServer({ send }: TestWidget, change: Parameters<typeof paymentWith>[0] = {}, headers = {}) {
  const { json } = await send('POST', '/api/v1/payments/request', { body: paymentWith(change), headers })
  return { id: String(json.transaction_id), url: String(json.receipt_url) }
}

/** Who may frame a page: "none" also where the older header says so. */
function framers(headers: Headers): string | undefined {
  const [, ancestors] = /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '') ?? []
  return headers.has('x-frame-options') ? "'none'" : ancestors
}

t.test('each page of a payment may be framed by the page that opened it, up to the receipt', async (t) => {
  const widget = await startTestWidget(t)
  const { url } = await openInFrame(widget)
  const form = await visit(url, {})
  t.equal(framers(form.headers), shop)
  t.match(form.html, `data-embedder="${shop}"`)
  const token = tokenIn(form.html)
  const post = (fields: Record<string, string>) =>
    visit(url, { method: 'POST', body: new URLSearchParams({ token, ...fields }) })

  t.equal(framers((await post(payWith('1'))).headers), shop, 'a mistake')
  const wait = await post(payWith('61000004'))
  t.match(wait.location, /\?waiting&frame=/)
  const waiting = await visit(`${widget.url}${wait.location}`, {})
  t.equal(framers(waiting.headers), shop, 'the wait')
  for (const [, path = ''] of waiting.html.matchAll(
    /(?:action|data-status|hreflang="en" href|secondary" href)="([^"]+)"/g,
  )) {
    t.match(path, /[?&;]frame=/, path)
  }
  const paid = await post(payWith('61000000'))
  const receipt = await visit(`${widget.url}${paid.location}`, {})
  t.equal(framers(receipt.headers), shop, 'the receipt')
  t.match(receipt.html, /data-result="{&quot;status&quot;:&quot;SUCCESS&quot;/)
})

t.test('without its pass, or with another’s, a page is not framed, and tells nobody the result', async (t) => {
  const widget = await startTestWidget(t)
  const one = await openInFrame(widget)
  const other = await openInFrame(widget)
  const evil = await openInFrame(widget, { origin: 'https://evil.test' })
  const pass = (url: string) => new URL(url).searchParams.get('frame') ?? ''
  const [seal = ''] = pass(one.url).split('.')
  await widget.pay(one.id)
  for (const frame of [
    '',
    'x',
    pass(other.url),
    pass(evil.url),
    seal,
    `${seal}.`,
    `${seal}.https://evil.test`,
    `${seal}.*`,
    `${seal}.${shop} https://evil.test`,
    `${seal}.${shop}; script-src *`,
    `${seal}.${shop}\nhttps://evil.test`,
    `${seal.slice(1)}.${shop}`,
    `${seal}A.${shop}`,
  ]) {
    const page = await visit(`${widget.url}/payment/gate/${one.id}?${new URLSearchParams({ frame })}`, {})
    t.equal(page.status, 200)
    t.equal(framers(page.headers), "'none'", frame)
    t.notMatch(page.html, /evil|data-result|data-embedder/)
  }
  const twice = `frame=${encodeURIComponent(pass(one.url))}`
  t.equal(framers((await visit(`${widget.url}/payment/gate/${one.id}?${twice}&${twice}`, {})).headers), "'none'")
})

t.test('who comes by an empty form stays in the frame', async (t) => {
  const widget = await startTestWidget(t)
  const { url } = await openInFrame(widget)
  const { status, location } = await visit(url, { method: 'POST', body: new URLSearchParams() })
  t.equal(status, 303)
  t.equal(framers((await visit(new URL(location ?? '', url).href, {})).headers), shop)
})

t.test('another sandbox does not know the pass', async (t) => {
  const [one, other] = [await startTestWidget(t), await startTestWidget(t)]
  const { url } = await openInFrame(one)
  const page = await visit(url.replace(one.url, other.url), {})
  t.equal(page.status, 404)
  t.equal(framers(page.headers), "'none'")
})

t.test('a pass is no token: a post of another site is refused in the frame, too', async (t) => {
  const widget = await startTestWidget(t)
  const { id, url } = await openInFrame(widget)
  const token = tokenIn((await visit(url, {})).html)
  for (const [fields, headers] of [
    [{ token: new URL(url).searchParams.get('frame') ?? '' }, {}],
    [{ token }, { origin: shop }],
    [{ token }, { 'sec-fetch-site': 'cross-site' }],
  ] as const) {
    const body = new URLSearchParams({ ...payWith('61000000'), ...fields })
    t.equal((await visit(url, { method: 'POST', headers, body })).status, 403)
  }
  t.equal((await widget.client.confirmTransaction(id)).status, 'PENDING')
})

t.test('a payment that the merchant’s server made opens with its receipt_url and the public key', async (t) => {
  const widget = await startTestWidget(t)
  const made = await createOnServer(widget, { actions: { return_url: 'https://shop.test/return' } })
  for (const url of [made.url, made.url.replace('localhost', '127.0.0.1'), `${made.url}?lang=en`]) {
    const { status, json } = await widget.ask(frames, { url, key: widget.credentials.publicKey })
    t.equal(status, 200, url)
    t.same(Object.keys(json), ['error', 'transaction_id', 'reference', 'path'])
    t.equal(json.transaction_id, made.id)
    t.equal(framers((await visit(`${widget.url}${json.path}`, {})).headers), shop)
  }
  t.equal(framers((await visit(made.url, {})).headers), "'none'", 'only with the pass')
})

t.test('in a frame nobody is sent to the store: its page is around', async (t) => {
  const widget = await startTestWidget(t)
  const made = await createOnServer(widget, { actions: { return_url: 'https://shop.test/return' } })
  const { json } = await widget.ask(frames, { url: made.url, key: widget.credentials.publicKey })
  const url = `${widget.url}${json.path}`
  const { html, headers } = await visit(url, {})
  t.match(headers.get('content-security-policy'), "form-action 'self';")
  const [, status = ''] = /data-status="([^"]+)"/.exec(html) ?? []
  const body = new URLSearchParams({ ...payWith('61000000'), token: tokenIn(html) })
  const { location } = await visit(url, { method: 'POST', body })
  t.match(location, /^\/payment\/gate\/\w{24}\?frame=/)
  const { next } = (await (await fetch(`${widget.url}${status.replaceAll('&amp;', '&')}`)).json()) as { next: string }
  t.equal(next, location)
  t.notMatch((await visit(`${widget.url}${location}`, {})).html, /href="https:\/\/shop\.test/)
})

t.test('an unknown payment, a foreign one and what is no page of ours get the same answer', async (t) => {
  const widget = await startTestWidget(t)
  const own = await createOnServer(widget)
  const foreign = await createOnServer(widget, {}, { 'x-api-key': 'p2', 'x-marchand-key': 'm2' })
  const key = widget.credentials.publicKey
  const expected = {
    error: true,
    status: 'ERROR',
    message: 'The request is not valid',
    details: [
      { path: '/url', message: 'must be the receipt_url of a payment that was made here with this public key' },
    ],
  }
  for (const body of [
    { key, url: foreign.url },
    { key: 'p2', url: own.url },
    { key: 'never-seen', url: own.url },
    { key: widget.credentials.merchantKey, url: own.url },
    { key, url: own.url.replace(own.id, 'f'.repeat(24)) },
    { key, url: own.url.replace(own.id, own.id.toUpperCase()) },
    { key, url: `${own.url}/status` },
    { key, url: own.url.replace('/payment/gate/', '/payment/gate/../gate/x/') },
    { key, url: `https://account.intram.org/payment/gate/${own.id}` },
    { key, url: `https://evil.test/payment/gate/${own.id}` },
    { key, url: own.url.replace('localhost', 'localhost@evil.test') },
    { key, url: `javascript:alert('${own.id}')` },
    { key, url: own.id },
    { key, url: '' },
  ]) {
    const { status, json } = await widget.ask(frames, body)
    t.equal(status, 400, body.url)
    t.same(json, expected, `${body.key} ${body.url}`)
  }
})

t.test('behind a public URL both its name and the real one are the sandbox’s', async (t) => {
  const widget = await startTestWidget(t, { publicUrl: 'https://pay.example.test' })
  const { id, url } = await createOnServer(widget)
  t.match(url, /^https:\/\/pay\.example\.test\//)
  const key = widget.credentials.publicKey
  t.equal((await widget.ask(frames, { key, url })).status, 200)
  t.equal((await widget.ask(frames, { key, url: `${widget.url}/payment/gate/${id}` })).status, 200)
})

t.test('merchants that share a public key, as parallel tests do, all open what is theirs', async (t) => {
  const widget = await startTestWidget(t)
  const made = []
  for (const n of [1, 2, 3]) made.push(await createOnServer(widget, {}, { 'x-marchand-key': `merchant-${n}` }))
  for (const { url } of made) {
    t.equal((await widget.ask(frames, { key: widget.credentials.publicKey, url })).status, 200)
  }
})

t.test('with --keys a merchant’s payments open with its own public key only', async (t) => {
  const merchantOf = (n: number) => ({
    publicKey: `p${n}`,
    privateKey: `tpk_${n}`,
    secretKey: `tsk_${n}`,
    merchantKey: `m${n}`,
  })
  const widget = await startTestWidget(t, { keys: [merchantOf(1), merchantOf(2)] })
  const { json } = await widget.send('POST', '/api/v1/payments/request', { body: minimalPayment })
  for (const [key, status] of [
    ['p1', 200],
    ['p2', 400],
    ['p3', 401],
  ] as const) {
    t.equal((await widget.ask(frames, { key, url: json.receipt_url })).status, status)
  }
})
