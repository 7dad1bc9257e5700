import t from 'tap'
import { payWith, startTestGate, tokenIn, visit } from '../support/gate.ts'

for (const headers of [
  {},
  { origin: 'null' },
  { origin: 'null', 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'none' },
]) {
  t.test(`a post of our own page pays: ${JSON.stringify(headers)}`, async (t) => {
    const gate = await startTestGate(t)
    const id = await gate.create()
    t.equal((await gate.post(id, payWith('61000000'), { headers })).status, 303)
    t.equal(await gate.statusOf(id), 'SUCCESS')
  })
}

t.test('so does one that names our own origin, or the public one', async (t) => {
  const gate = await startTestGate(t, { publicUrl: 'https://pay.example.test' })
  for (const origin of [gate.url, 'https://pay.example.test']) {
    const id = await gate.create()
    t.equal((await gate.post(id, payWith('61000000'), { headers: { origin } })).status, 303, origin)
  }
})

for (const headers of [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'anything else' },
  { origin: 'https://evil.test' },
  { origin: 'http://localhost:1' },
  { origin: 'nonsense' },
  { origin: 'null', 'sec-fetch-site': 'cross-site' },
]) {
  t.test(`a post from elsewhere is refused, token or not: ${JSON.stringify(headers)}`, async (t) => {
    const gate = await startTestGate(t)
    const id = await gate.create()
    for (const form of [payWith('61000000'), { action: 'cancel' }]) {
      const { status, html } = await gate.post(id, form, { headers, query: '?lang=en' })
      t.equal(status, 403)
      t.match(html, 'Request refused')
      t.equal(tokenIn(html), '', 'without a new token')
    }
    t.equal(await gate.statusOf(id), 'PENDING')
  })
}

t.test('a token that is missing, wrong or another payment’s is refused', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create()
  const own = tokenIn((await gate.open(id)).html)
  const foreign = tokenIn((await gate.open(await gate.create())).html)
  t.not(own, foreign)
  t.equal(tokenIn((await gate.open(id)).html), own, 'reloading keeps the token: both tabs can pay')
  for (const token of ['', 'x', foreign, own.slice(1), `${own}x`, own.toLowerCase(), 'é'.repeat(own.length)]) {
    t.equal((await gate.post(id, { ...payWith('61000000'), token })).status, 403, token)
  }
  const without = { method: 'POST', body: new URLSearchParams(payWith('61000000')) }
  t.equal((await visit(`${gate.url}/payment/gate/${id}`, without)).status, 403, 'none')
  t.match(
    await visit(`${gate.url}/payment/gate/${id}`, { method: 'POST' }),
    { status: 303, location: `/payment/gate/${id}?lang=fr` },
    'without a form at all, it merely leads to the page',
  )
  t.equal(await gate.statusOf(id), 'PENDING')
})

t.test('a token of a page that was open for too long leads to the receipt of what is settled', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create({ actions: { return_url: 'https://shop.test/' } })
  await gate.pay(id)
  for (const form of [payWith('61000000'), { action: 'cancel' }]) {
    t.match(await gate.post(id, { ...form, token: 'of another start' }, { query: '?lang=en' }), {
      status: 303,
      location: `/payment/gate/${id}?lang=en`,
    })
  }
  t.equal(await gate.statusOf(id), 'SUCCESS')
})

t.test('a token in the URL does not count', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create()
  const token = tokenIn((await gate.open(id)).html)
  const query = `?${new URLSearchParams({ ...payWith('61000000'), token })}`
  t.equal((await gate.post(id, { token: '' }, { query })).status, 403)
})

t.test('what is no form is a page that says so, not a payment', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create()
  const token = tokenIn((await gate.open(id)).html)
  const send = (body: string, type: string) =>
    visit(`${gate.url}/payment/gate/${id}?lang=en`, { method: 'POST', body, headers: { 'content-type': type } })
  for (const [body, type, status] of [
    [JSON.stringify({ token, ...payWith('61000000') }), 'application/json', 415],
    [`token=${token}&action=pay`, 'text/plain', 415],
    ['<x/>', 'application/xml', 415],
    [`token=${token}&action=pay&number=${'1'.repeat(20_000)}`, 'application/x-www-form-urlencoded', 413],
    [`token=${token}`, 'application/x-www-form-urlencoded', 400],
    [`token=${token}&action=steal`, 'application/x-www-form-urlencoded', 400],
  ] as const) {
    const answer = await send(body, type)
    t.equal(answer.status, status, type)
    t.match(answer.html, 'Unreadable request')
  }
  t.equal(await gate.statusOf(id), 'PENDING')
})
