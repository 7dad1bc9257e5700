import t from 'tap'
import { testNumbers } from '../../server/domain/test-numbers.ts'
import { payWith, startTestGate, type TestGate, tokenIn } from '../support/gate.ts'

const actions = { return_url: 'https://shop.test/return?order=1', cancel_url: 'https://shop.test/cancel#basket' }

/** Where the browser goes after each final status. */
function destination(id: string, status: string): string {
  const result = `token=${id}&STATUS=${status}&transaction_id=${id}`
  return status === 'CANCELED'
    ? `https://shop.test/cancel?${result}#basket`
    : `https://shop.test/return?order=1&${result}`
}

const states = {
  PENDING: async () => {},
  SUCCESS: (gate: TestGate, id: string) => gate.pay(id),
  FAIL: (gate: TestGate, id: string) => gate.fail(id),
  CANCELED: (gate: TestGate, id: string) => gate.cancel(id),
}
const posts = {
  'pays with MTN': payWith('61000000'),
  'pays with Moov': payWith('94000000', 'MOOV'),
  'pays with a card': { action: 'pay', channel: 'VISA' },
  'pays with an empty balance': payWith('61000001'),
  'pays with a number that stays pending': payWith('61000004'),
  'types a wrong number': payWith('123'),
  cancels: { action: 'cancel' },
}
const whilePending: Record<keyof typeof posts, string> = {
  'pays with MTN': 'SUCCESS',
  'pays with Moov': 'SUCCESS',
  'pays with a card': 'SUCCESS',
  'pays with an empty balance': 'FAIL',
  'pays with a number that stays pending': 'PENDING',
  'types a wrong number': 'PENDING',
  cancels: 'CANCELED',
}

for (const [state, reach] of Object.entries(states)) {
  for (const [action, form] of Object.entries(posts) as [keyof typeof posts, Record<string, string>][]) {
    const expected = state === 'PENDING' ? whilePending[action] : state

    t.test(`${state}: a customer who ${action} finds ${expected}`, async (t) => {
      const gate = await startTestGate(t)
      const id = await gate.create({ actions })
      const token = tokenIn((await gate.open(id)).html)
      await reach(gate, id)

      const { status, location } = await gate.post(id, { token, ...form })

      t.equal(await gate.statusOf(id), expected)
      if (expected === 'PENDING' && action === 'types a wrong number') {
        t.equal(status, 422)
      } else if (expected === 'PENDING') {
        t.equal(status, 303)
        t.equal(location, `/payment/gate/${id}?waiting&lang=fr`)
      } else {
        t.equal(status, 303)
        t.equal(location, destination(id, expected))
      }
    })
  }

  t.test(`${state}: opening the page changes nothing and never redirects`, async (t) => {
    const gate = await startTestGate(t)
    const id = await gate.create({ actions })
    await reach(gate, id)
    for (const query of ['', '?lang=en', '?waiting', '?action=pay&channel=MTN&number=61000000', '?action=cancel']) {
      t.equal((await gate.open(id, { query })).status, 200, query)
    }
    t.equal(await gate.statusOf(id), state)
  })
}

for (const { scenario, MTN, MOOV } of testNumbers) {
  t.test(`the test numbers for "${scenario}" do that on both networks, however they are written`, async (t) => {
    const gate = await startTestGate(t)
    const [atOnce = ''] = scenario.split(/[;:]/)
    const expected = { success: 'SUCCESS', fail: 'FAIL' }[atOnce] ?? 'PENDING'
    for (const [channel, number] of [
      ['MTN', MTN],
      ['MOOV', MOOV],
      ['MTN', `+229 01 ${MTN}`],
      ['MOOV', `00229${MOOV}`],
    ] as const) {
      const id = await gate.create()
      await gate.post(id, payWith(number, channel))
      t.equal(await gate.statusOf(id), expected, `${channel} ${number}`)
    }
  })
}

t.test('a decline says why on the receipt', async (t) => {
  const gate = await startTestGate(t)
  for (const [number, reason] of [
    ['61000001', /balance is too low/],
    ['61000002', /PIN is wrong/],
    ['61000003', /blocked this account/],
  ] as const) {
    const id = await gate.create()
    await gate.post(id, payWith(number))
    t.match((await gate.open(id, { query: '?lang=en' })).html, reason)
  }
})

t.test('the payment is confirmed with the channel and the masked number; a card has none', async (t) => {
  const gate = await startTestGate(t)
  const mobile = await gate.create()
  await gate.post(mobile, payWith('01 94 00 00 00', 'MOOV'))
  t.match(await gate.client.confirmTransaction(mobile), {
    source: 'MOOV',
    account_number: '22994XXXXXX',
    customer: { phone: '94000000' },
  })
  const card = await gate.create()
  await gate.post(card, { action: 'pay', channel: 'MASTERCARD', number: '4242424242424242' })
  const confirmed = await gate.client.confirmTransaction(card)
  t.equal(confirmed.source, 'MASTERCARD')
  t.notOk('account_number' in confirmed)
  t.notMatch(JSON.stringify(confirmed), '4242424242424242', 'and what was typed for one is forgotten')
})

t.test('twenty posts at once settle once, and all end up at the same place', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create({ actions })
  const forms = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? payWith('61000000') : { action: 'cancel' }))
  const token = tokenIn((await gate.open(id)).html)
  const answers = await Promise.all(forms.map((form) => gate.post(id, { token, ...form })))
  t.same(new Set(answers.map(({ status }) => status)), new Set([303]))
  t.equal(new Set(answers.map(({ location }) => location)).size, 1)
  t.match(answers[0]?.location, `STATUS=${await gate.statusOf(id)}`)
})

t.test('two tabs: the second one sees what the first one did', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create()
  const [first, second] = [await gate.open(id), await gate.open(id, { query: '?lang=en' })].map(({ html }) =>
    tokenIn(html),
  )
  const paid = await gate.post(id, { token: first ?? '', ...payWith('61000000') })
  t.equal(paid.location, `/payment/gate/${id}?lang=fr`)
  const cancelled = await gate.post(id, { token: second ?? '', action: 'cancel' }, { query: '?lang=en' })
  t.equal(cancelled.location, `/payment/gate/${id}?lang=en`)
  t.equal(await gate.statusOf(id), 'SUCCESS')
  t.match((await gate.open(id, { query: '?lang=en' })).html, 'Payment successful')
})

t.test('without return URLs the browser stays: on a receipt, in the language of the form', async (t) => {
  const gate = await startTestGate(t)
  for (const [form, sentence] of [
    [payWith('61000000'), 'Payment successful'],
    [payWith('61000001'), 'Payment declined'],
    [{ action: 'cancel' }, 'Payment cancelled'],
  ] as const) {
    const id = await gate.create()
    const { location } = await gate.post(id, form, { query: '?lang=en' })
    t.equal(location, `/payment/gate/${id}?lang=en`)
    t.match((await gate.open(id, { query: '?lang=en' })).html, `<h1>${sentence}</h1>`)
  }
})

t.test('with a return_url alone, cancelling ends on a receipt', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create({ actions: { return_url: 'https://shop.test/return' } })
  t.equal((await gate.post(id, { action: 'cancel' })).location, `/payment/gate/${id}?lang=fr`)
})

t.test('--legacy-redirect glues the result to the URL', async (t) => {
  const gate = await startTestGate(t, { legacyRedirect: true })
  const id = await gate.create({ actions })
  const { location } = await gate.post(id, payWith('61000000'))
  t.equal(location, `https://shop.test/return?order=1?token=${id}&STATUS=SUCCESS&transaction_id=${id}`)
})

t.test('a browser leaves by the receipt, and so once; nobody leaves who only looks at it', async (t) => {
  const gate = await startTestGate(t)
  for (const [form, status] of [
    [payWith('61000000'), 'SUCCESS'],
    [payWith('61000001'), 'FAIL'],
    [{ action: 'cancel' }, 'CANCELED'],
  ] as const) {
    const id = await gate.create({ actions })
    const html = { headers: { accept: 'text/html' } }
    const answer = await gate.post(id, form, { ...html, query: '?lang=en' })
    t.match(answer, { status: 303, location: `/payment/gate/${id}?leaving&lang=en` })
    const leaving = await gate.open(id, { query: '?leaving&lang=en' })
    t.equal(leaving.headers.get('refresh'), `0;url=${destination(id, status)}`)
    t.match(leaving.html, 'Taking you back to Test Store…')
    t.match(leaving.html, `href="${destination(id, status).replaceAll('&', '&amp;')}"`)
    t.match(leaving.html, `href="/payment/gate/${id}?lang=fr"`, 'whoever changes the language stays')
    const seen = await gate.open(id)
    t.notOk(seen.headers.has('refresh'))
    t.match(
      (await gate.timeline(id)).filter(({ type }) => type === 'gate'),
      [{ what: 'seen' }, { what: 'sent-back', to: destination(id, status) }, { what: 'seen' }],
    )
  }
})

t.test('there is no leaving while nothing is settled, nor for a store that has said nowhere', async (t) => {
  const gate = await startTestGate(t)
  const [pending, nowhere] = [await gate.create({ actions }), await gate.create()]
  t.notOk((await gate.open(pending, { query: '?leaving' })).headers.has('refresh'))
  const { location } = await gate.post(nowhere, payWith('61000000'), { headers: { accept: 'text/html' } })
  t.equal(location, `/payment/gate/${nowhere}?lang=fr`)
  t.notOk((await gate.open(nowhere, { query: '?leaving' })).headers.has('refresh'))
})

t.test('the script of an open page learns the status, and where to go once it is final', async (t) => {
  const gate = await startTestGate(t)
  const id = await gate.create({ actions })
  const ask = () => gate.send('GET', `/payment/gate/${id}/status`, { headers: { 'x-api-key': null } })
  const { json, headers } = await ask()
  t.same(json, { status: 'PENDING' })
  t.equal(headers.get('cache-control'), 'no-store')
  await gate.pay(id)
  t.same((await ask()).json, { status: 'SUCCESS', next: destination(id, 'SUCCESS') })
})
