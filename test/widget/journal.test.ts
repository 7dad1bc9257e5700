import t from 'tap'
import { startTestWidget } from '../support/widget.ts'

const secretly = 'pk_live_0123456789'

t.test('what a page asked for is in the journal of its world, without the key', async (t) => {
  const widget = await startTestWidget(t)
  const key = widget.credentials.publicKey
  const custom_datas = { note: `key ${key}` }
  const { json } = await widget.ask('/widget/payments', {
    public_key: key,
    amount: 1000,
    currency: 'xof',
    custom_datas,
  })
  const frame = await widget.ask('/widget/frames', { key, url: `${widget.url}/payment/gate/${json.transaction_id}` })
  t.equal(frame.status, 200)
  const [framed, opened] = widget.requests()
  t.match(framed, { path: '/widget/frames', status: 200, transactionId: json.transaction_id })
  t.match(opened, {
    method: 'POST',
    path: '/widget/payments',
    status: 200,
    operation: null,
    transactionId: json.transaction_id,
    headers: { origin: 'https://shop.test' },
    body: { amount: 1000, currency: 'xof', custom_datas: { note: 'key …' } },
  })
  t.notMatch(JSON.stringify(widget.requests()), key)
  const timeline = await widget.timeline(String(json.transaction_id))
  t.equal(timeline[0]?.type, 'request')
})

t.test(
  'so is what was refused, but not in a world that nobody has used: those would push out the others',
  async (t) => {
    const widget = await startTestWidget(t)
    const ask = (public_key: string, amount: number) =>
      widget.ask('/widget/payments', { public_key, amount, currency: 'xof' })
    await ask(widget.credentials.publicKey, 1000)
    await ask(widget.credentials.publicKey, 0)
    t.match(widget.requests()[0], { path: '/widget/payments', status: 400 })
    await ask('nobody-s-key', 0)
    const { json } = await widget.send('GET', '/__admin/requests?merchant=nobody-s-key')
    t.same(json.items, [])
  },
)

t.test('a public key in a page is no finding, but one that looks live is', async (t) => {
  const widget = await startTestWidget(t)
  const findings = async (world: string) => {
    const { json } = await widget.send('GET', `/__admin/findings?merchant=${world}`)
    return (json.items as { code: string }[]).map(({ code }) => code)
  }
  const ask = (public_key: string) => widget.ask('/widget/payments', { public_key, amount: 1000, currency: 'xof' })
  await ask('usual-key')
  await ask(secretly)
  t.same(await findings('usual-key'), [])
  t.same(await findings(secretly), ['live-keys'])
})

t.test('of a body only what is asked for is kept, and other keys than the public one are findings', async (t) => {
  const widget = await startTestWidget(t)
  const secrets = {
    private_key: 'private-0001',
    keys: { secret: 'sk_live_0002' },
    secretKey: 3,
    MARCHAND_KEY: 'm-000004',
  }
  await widget.ask('/widget/payments', {
    ...secrets,
    public_key: widget.credentials.publicKey,
    amount: 1000,
    currency: 'xof',
    company: { name: 'Boutique', note: 'x' },
    custom_datas: { note: 'private-0001 m-000004' },
    note: 'x',
  })
  const [made] = widget.requests()
  t.match(made, { status: 200, keysInBody: true, liveKeys: true })
  t.same(made?.body, {
    amount: 1000,
    currency: 'xof',
    company: { name: 'Boutique' },
    custom_datas: { note: '… …' },
  })
  t.same(
    (await widget.findings()).map(({ code }) => code),
    ['key-from-browser', 'live-keys', 'keys-in-body'],
  )
})

t.test('a key in the URL that a page gives for the callback is in no entry', async (t) => {
  const widget = await startTestWidget(t)
  const { json } = await widget.ask('/widget/payments', {
    public_key: widget.credentials.publicKey,
    private_key: 'private-0001',
    amount: 1000,
    currency: 'xof',
    callback_url: `http://127.0.0.1:9/${widget.credentials.publicKey}?k=private-0001`,
  })
  await widget.pay(String(json.transaction_id))
  await widget.waitForCallback(String(json.transaction_id))
  const timeline = await widget.timeline(String(json.transaction_id))
  t.match(timeline.at(-1), { type: 'callback', url: 'http://127.0.0.1:9/…?k=…' })
  t.notMatch(JSON.stringify(timeline), /private-0001/)
})
