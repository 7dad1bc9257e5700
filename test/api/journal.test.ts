import t from 'tap'
import { startAnswering } from '../support/answering.ts'
import { controlOf } from '../support/control.ts'
import { minimalPayment, paymentWith, startTestSandbox } from '../support/sandbox.ts'

const create = '/api/v1/payments/request'
const secrets = {
  'x-api-key': 'f00dbabe'.repeat(8),
  'x-private-key': 'tpk_private0123456789',
  'x-secret-key': 'tsk_secret0123456789',
}
const inBody = { public: 'pk_live_body0123456789', private: 'tpk_body0123456789', secret: 'tsk_body0123456789' }
const withKeys = paymentWith({
  invoice: { keys: inBody, description: `key ${inBody.secret}`, custom_datas: { key: secrets['x-secret-key'] } },
  actions: { return_url: `http://localhost/${secrets['x-private-key']}` },
})

const bodiesWithKeys = [
  { ...withKeys, keys: inBody },
  { ...withKeys, 'X-PRIVATE-KEY': inBody.private },
  paymentWith({ store: { keys: Object.values(inBody) } }),
  paymentWith({ invoice: { keys: { all: Object.values(inBody) }, private_key: 'plain-words-0123456789' } }),
  paymentWith({ invoice: { custom_datas: { note: encodeURIComponent(`a b ${secrets['x-api-key']}`) } } }),
]

t.test('calls are told with what was sent and answered, and with their transaction', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { transaction_id: id } = await sandbox.client.requestPayment(minimalPayment)
  await sandbox.client.confirmTransaction(id)
  t.match(sandbox.requests(), [
    { operation: 'confirmTransaction', method: 'GET', status: 200, transactionId: id, body: null },
    {
      operation: 'requestPayment',
      method: 'POST',
      path: create,
      status: 200,
      transactionId: id,
      headers: { 'content-type': 'application/json' },
      body: minimalPayment,
    },
  ])
  t.match(sandbox.requests({ operation: 'confirmTransaction' }), { length: 1 })
  t.match(sandbox.requests({ transactionId: 'another' }), { length: 0 })
})

t.test('a key that only the body names is in no header of the entry, not even in part', async (t) => {
  const sandbox = await startTestSandbox(t)
  const key = 'plain-words-0123456789'
  for (const before of [20, 250]) {
    const referer = `http://localhost/${'r'.repeat(before - 'http://localhost/'.length)}${key}`
    await sandbox.send('POST', create, { body: paymentWith({ invoice: { private_key: key } }), headers: { referer } })
    t.notMatch(JSON.stringify(sandbox.requests()[0]), 'plain-words'.slice(0, 5))
  }
})

t.test('a call that was held back says how long it took', async (t) => {
  const sandbox = await startTestSandbox(t)
  await sandbox.send('POST', create, { body: minimalPayment, headers: { prefer: 'delay=20' } })
  const [request] = sandbox.requests()
  t.ok((request?.durationMs ?? 0) > 0)
})

t.test('what was refused or broken off is told as well', async (t) => {
  const sandbox = await startTestSandbox(t)
  const post = (body: unknown, headers = {}) => sandbox.send('POST', create, { body, headers }).catch(() => {})
  await post({})
  await post('{')
  await post(minimalPayment, { 'x-api-key': null })
  await post(minimalPayment, { prefer: 'code=500' })
  await post(minimalPayment, { prefer: 'scenario=lost-answer' })
  await sandbox.send('GET', '/api/v1/nothing')
  await sandbox.send('DELETE', create)
  const [transaction] = await sandbox.transactions()
  t.match(sandbox.requests().reverse(), [
    { operation: 'requestPayment', status: 400, body: {} },
    { operation: 'requestPayment', status: 400, body: null },
    { operation: 'requestPayment', status: 401 },
    { operation: 'requestPayment', status: 500, headers: { prefer: 'code=500' } },
    { operation: 'requestPayment', status: 0, dropped: 'EMPTY_RESPONSE', transactionId: transaction?.id },
    { operation: null, status: 404, path: '/api/v1/nothing' },
    { operation: null, status: 405, method: 'DELETE' },
  ])
})

t.test('a key that does not fit enters it no more than one that does', async (t) => {
  const sandbox = await startTestSandbox(t)
  const key = '0123456789abcdef'.repeat(4)
  const headers = { 'x-secret-key': key, 'user-agent': `${'x'.repeat(220)}${key}` }
  await sandbox.send('GET', `/api/v1/${'y'.repeat(460)}${key}`, { headers })
  const [entry] = sandbox.requests()
  t.equal(entry?.path, `/api/v1/${'y'.repeat(460)}…`)
  t.equal(entry?.headers['user-agent'], `${'x'.repeat(220)}…`)
})

t.test('what is JSON to the API is JSON to the journal: with a byte order mark, too', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { status } = await sandbox.send('POST', create, { body: `\ufeff${JSON.stringify(minimalPayment)}` })
  t.equal(status, 200)
  t.match(sandbox.requests(), [{ body: minimalPayment }])
})

t.test('no key ever enters it: not by a header, a body, a URL, an error or a fault', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  const shown = { ...secrets, origin: `http://${secrets['x-secret-key']}`, 'user-agent': secrets['x-private-key'] }
  const send = (method: string, path: string, body?: unknown, headers = {}) =>
    sandbox.send(method, path, { body, headers: { ...shown, ...headers } }).catch(() => {})
  const confirm = `/api/v1/transactions/confirm/${secrets['x-secret-key']}`
  await send('POST', create, withKeys)
  await send('POST', create, { ...withKeys, store: {} })
  await send('POST', `${create}?key=${secrets['x-secret-key']}`, withKeys)
  await send('POST', create, withKeys, { 'x-api-key': '' })
  await send('GET', confirm)
  await send('GET', confirm.replace('tsk_', '%74sk_'))
  await send('GET', `/api/v1/transactions/confirm/%66${secrets['x-api-key'].slice(1)}`)
  await send('GET', '/api/v1/nothing', undefined, { 'user-agent': encodeURIComponent(`a b ${secrets['x-api-key']}`) })
  for (const body of bodiesWithKeys) await send('POST', create, body)
  await send('GET', `/api/v1/${inBody.secret}`, undefined, { 'x-secret-key': inBody.secret })
  for (const prefer of ['code=400', 'code=500', 'scenario=lost-answer', 'scenario=server-error', 'delay=1']) {
    await send('POST', create, withKeys, { prefer })
  }
  for (const fault of [
    'CONNECTION_RESET_BY_PEER',
    'EMPTY_RESPONSE',
    'MALFORMED_RESPONSE_CHUNK',
    'RANDOM_DATA_THEN_CLOSE',
  ] as const) {
    for (const when of ['before', 'after'] as const) {
      sandbox.setFaults([{ fault, when, count: 1 }])
      await send('POST', create, withKeys)
    }
  }
  sandbox.setFaults([{ status: 503 }])
  await send('GET', confirm)

  const { text } = await control('GET', '/requests?limit=1000')
  t.equal(JSON.parse(text).items.length, 20 + 3 + bodiesWithKeys.length)
  const told = text + JSON.stringify(sandbox.requests())
  const plain = ['plain-words', 'f00dbabef00d', 'private0123', 'secret0123', sandbox.credentials.merchantKey]
  for (const key of [...Object.values(secrets), ...Object.values(inBody), ...plain]) {
    t.notOk(told.includes(key), key)
  }
})

t.test(
  'a key in a path is hidden when it is the caller’s, though another caller had asked for the same path',
  async (t) => {
    const sandbox = await startTestSandbox(t)
    const path = `/api/v1/transactions/confirm/${secrets['x-api-key']}`
    for (const key of ['of-another-caller', secrets['x-api-key']]) {
      await sandbox.send('GET', path, { headers: { ...secrets, 'x-api-key': key } })
    }
    const paths = sandbox.requests().map((request) => request.path)
    t.same(paths.toSorted(), [path, '/api/v1/transactions/confirm/…'])
  },
)

const encoded = { ...secrets, 'x-secret-key': 'tsk+/SECRETBASE64==' }
for (const [what, headers, url] of [
  ['in a query', secrets, `?s=${secrets['x-secret-key']}`],
  ['in a path, without looking like one', secrets, `/${secrets['x-api-key']}`],
  ['of invoice.keys', secrets, '?s=plain-body-key'],
  ['percent-encoded', encoded, `?s=${encodeURIComponent(encoded['x-secret-key'])}`],
  ['of somebody else, encoded', secrets, '?s=%70k_live_page0123456789'],
] as const) {
  t.test(`a key in the URLs of an order is used, and in no entry of the journal: ${what}`, async (t) => {
    const sandbox = await startTestSandbox(t)
    const called: unknown[] = []
    const { baseUrl } = await startAnswering(t, (request, response) => {
      called.push(request.url)
      response.end()
    })
    const address = `${new URL(baseUrl).origin}/shop${url}`
    const body = paymentWith({
      invoice: { keys: { secret: 'plain-body-key' } },
      actions: { return_url: address, cancel_url: address, callback_url: address },
    })
    const { json } = await sandbox.send('POST', create, { body, headers })
    const id = String(json.transaction_id)
    await sandbox.pay(id)
    await sandbox.waitForCallback(id)
    const { next } = (await (await fetch(`${json.receipt_url}/status`)).json()) as { next: string }
    t.same(called, [`/shop${url}`])
    t.ok(next.startsWith(address), next)

    const timeline = await sandbox.timeline(id)
    t.match(timeline, [
      { type: 'request' },
      { type: 'transaction' },
      { type: 'callback', url: /…/ },
      { type: 'gate', to: new RegExp(`….*transaction_id=${id}`) },
    ])
    const control = controlOf(sandbox)
    const told = [
      JSON.stringify(timeline),
      (await control('GET', `/transactions/${id}/timeline`)).text,
      (await control('GET', '/requests')).text,
      (await control('GET', '/findings')).text,
      await readEvents(sandbox, timeline.length),
    ].join('\n')
    t.notMatch(told, /0123456789|f00dbabe|BASE64|plain-body-key/)
  })
}

/** So many of the events that the control API tells. */
async function readEvents(sandbox: Parameters<typeof controlOf>[0], count: number): Promise<string> {
  const aborted = new AbortController()
  const headers = { 'x-marchand-key': sandbox.credentials.merchantKey, 'last-event-id': '0' }
  const { body } = await fetch(`${sandbox.url}/__admin/events`, { headers, signal: aborted.signal })
  let text = ''
  for await (const chunk of body ?? []) {
    text += Buffer.from(chunk).toString()
    if (text.split('\ndata:').length > count) break
  }
  aborted.abort()
  return text
}

t.test('with listed keys, a stranger writes nothing into the journal of a merchant', async (t) => {
  const keys = { publicKey: 'p', privateKey: 'q', secretKey: 's', merchantKey: 'm' }
  const sandbox = await startTestSandbox(t, { keys: [keys] })
  await sandbox.send('POST', create, { body: minimalPayment, headers: { 'x-secret-key': 'guess' } })
  t.same(sandbox.requests(), [])
})

t.test('a timeline has the request, the page, the end, the callback and the confirmations', async (t) => {
  const sandbox = await startTestSandbox(t)
  const actions = { return_url: 'http://127.0.0.1:9/return', callback_url: 'http://127.0.0.1:9/callback' }
  const { transaction_id: id, receipt_url: page } = await sandbox.client.requestPayment({ ...minimalPayment, actions })
  await fetch(page)
  await sandbox.pay(id)
  await sandbox.waitForCallback(id)
  await sandbox.client.confirmTransaction(id)
  await fetch(`${page}/status`)
  t.match(await sandbox.timeline(id), [
    { type: 'request', operation: 'requestPayment' },
    { type: 'gate', what: 'seen' },
    { type: 'transaction', status: 'SUCCESS' },
    { type: 'callback', attempt: 1, outcome: 'refused-connection', state: 'pending' },
    { type: 'request', operation: 'confirmTransaction' },
    { type: 'gate', what: 'sent-back', to: /^http:\/\/127.0.0.1:9\/return\?token=/ },
  ])
  const { json } = await controlOf(sandbox)('GET', `/transactions/${id}/timeline`)
  t.match(json, { transaction_id: id, events: [{ type: 'request', transaction_id: id }, { type: 'gate' }] })
})

t.test('the deepest body that is taken is told, with a key in it or not', async (t) => {
  const sandbox = await startTestSandbox(t)
  const innermost = {
    '"]["': '"]["',
    '"tsk_secret0123456789"': '"…"',
    [`"\\"${'['.repeat(1_500)}"`]: `"\\"${'['.repeat(1_500)}"`,
  }
  for (const [sent, told] of Object.entries(innermost)) {
    const deep = `${'['.repeat(999)}${sent}${']'.repeat(999)}`
    const body = JSON.stringify(minimalPayment).replace(/}$/, `,"deep":${deep}}`)
    t.equal((await sandbox.send('POST', create, { body })).status, 200)
    const { json } = await controlOf(sandbox)('GET', '/requests?limit=1')
    t.equal(JSON.stringify(json.items[0].body.deep), deep.replace(sent, told))
  }
})
