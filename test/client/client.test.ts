import { createServer as createHttpServer } from 'node:http'
import { createServer, type Server } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { inspect } from 'node:util'
import t from 'tap'
import { createClient, IntramError } from '../../client/index.ts'
import { hider } from '../../client/judge.ts'
import { startAnswering } from '../support/answering.ts'
import { listenTo } from '../support/listen-to.ts'
import { minimalPayment, startTestSandbox } from '../support/sandbox.ts'
import { selfSigned } from '../support/self-signed.ts'

const keys = {
  publicKey: 'public-5ecret',
  privateKey: 'tpk_5ecret',
  secretKey: 'tsk_5ecret',
  merchantKey: 'merchant-5ecret',
}
const id = '5f2d7a96b97d9d3fea912c11'

/** The error of a call that must fail. */
async function errorOf(call: Promise<unknown>): Promise<IntramError> {
  const error = await call.then(
    () => new Error('it succeeded'),
    (reason) => reason,
  )
  if (!(error instanceof IntramError)) throw error
  return error
}

t.test('a payment from request to SUCCESS', async (t) => {
  const { client, pay } = await startTestSandbox(t)
  const created = await client.requestPayment(minimalPayment)
  t.equal(created.status, 'PENDING')
  t.equal((await client.confirmTransaction(created.transaction_id)).status, 'PENDING')
  await pay(created.transaction_id)
  t.equal((await client.confirmTransaction(created.transaction_id)).status, 'SUCCESS')
})

t.test('waitForTransaction', async (t) => {
  const { client, pay } = await startTestSandbox(t)
  const { transaction_id } = await client.requestPayment(minimalPayment)

  await t.test('stops at the time-out, and says what it last saw', async (t) => {
    const error = await errorOf(client.waitForTransaction(transaction_id, { timeoutMs: 30, intervalMs: 1 }))
    t.match(error, { outcome: 'uncertain', message: /still (PENDING|not seen) after 30 ms/ })
  })

  await t.test('stops when its signal aborts, with the reason', async (t) => {
    const controller = new AbortController()
    const waiting = client.waitForTransaction(transaction_id, { signal: controller.signal, intervalMs: 1 })
    const reason = new Error('the customer left')
    controller.abort(reason)
    const error = await errorOf(waiting)
    t.match(error, { outcome: 'uncertain', message: /: aborted by the caller$/ })
    t.equal(error.cause, reason)
  })

  await t.test('stops when `until` says so', async (t) => {
    const found = await client.waitForTransaction(transaction_id, { until: ({ amount }) => amount === 1000 })
    t.equal(found.status, 'PENDING')
  })

  await t.test('resolves once the status is final', async (t) => {
    let looks = 0
    const until = ({ status }: { status: string }) => {
      looks += 1
      if (looks === 2) void pay(transaction_id)
      return status !== 'PENDING'
    }
    const found = await client.waitForTransaction(transaction_id, { intervalMs: 1, until })
    t.equal(found.status, 'SUCCESS')
    t.ok(looks > 2)
  })
})

t.test('waitForTransaction goes on through failures, but a refusal ends it', async (t) => {
  const answers = [
    [500, '{"error":true}'],
    [502, '<html>'],
    [200, '{"error":false,"status":"PENDING"}'],
    [200, '{"error":false}'],
    [200, '{}'],
    [503, ''],
    [200, '{"error":false,"status":"SUCCESS"}'],
    [400, '{"error":true,"message":"Transaction not found"}'],
  ] as const
  let next = 0
  const { baseUrl } = await startAnswering(t, (_, response) => {
    const [status, body] = answers[next] ?? [500, '']
    next += 1
    response.writeHead(status).end(body)
  })
  const client = createClient({ baseUrl, keys, retries: 0 })
  t.teardown(() => client.close())
  t.match(await client.waitForTransaction(id, { intervalMs: 1 }), { status: 'SUCCESS' })
  t.equal(next, 7)
  t.match(await errorOf(client.waitForTransaction(id, { intervalMs: 1 })), { outcome: 'refused' })
})

t.test('waitForTransaction that runs out of time tells the last failure, not that it stopped looking', async (t) => {
  let looks = 0
  const { baseUrl } = await startAnswering(t, (_, response) => {
    looks += 1
    if (looks === 1) response.writeHead(503).end('busy')
  })
  const client = createClient({ baseUrl, keys, retries: 0 })
  t.teardown(() => client.close())
  const error = await errorOf(client.waitForTransaction(id, { timeoutMs: 200, intervalMs: 1 }))
  t.match(error, { message: /still not seen after 200 ms/, cause: { status: 503 } })
})

t.test('a client that is closed sends nothing', async (t) => {
  const { baseUrl, calls } = await startAnswering(t, (_, response) => response.end())
  const client = createClient({ baseUrl, keys })
  await client.close()
  t.match(await errorOf(client.requestPayment(minimalPayment)), {
    outcome: 'unsent',
    message: /: the client is closed$/,
  })
  t.equal(calls.length, 0)
})

t.test('a refusal carries status, method, URL, message and details', async (t) => {
  const { client, baseUrl } = await startTestSandbox(t)
  const error = await errorOf(client.requestPayment({ ...minimalPayment, invoice: { currency: 'EUR', amount: 0 } }))
  t.match(error, {
    name: 'IntramError',
    outcome: 'refused',
    isUncertain: false,
    status: 400,
    method: 'POST',
    url: `${baseUrl}/payments/request`,
    message: `POST ${baseUrl}/payments/request: 400 The request is not valid`,
  })
  t.same(error.details.map(({ path }) => path).sort(), ['/invoice/amount', '/invoice/currency'])
})

const verdicts: [what: string, status: number, type: string, body: string, outcome: string, message: RegExp][] = [
  [
    '500 with the envelope',
    500,
    'application/json',
    '{"error":true,"message":"Server error"}',
    'uncertain',
    /500 Server error/,
  ],
  ['502 with a page', 502, 'text/html', '<html>Bad gateway', 'uncertain', /502, not JSON but text\/html/],
  ['200 with a page', 200, 'text/html; charset=utf-8', '<html>Welcome', 'uncertain', /200, not JSON but text\/html:/],
  ['200 that is empty', 200, 'application/json', '', 'uncertain', /not JSON/],
  ['200 that is cut off', 200, 'application/json', '{"error":fal', 'uncertain', /not JSON/],
  ['200 that is a text', 200, 'application/json', '"ok"', 'uncertain', /not JSON/],
  ['403 with a page', 403, 'text/html', '<html>Forbidden', 'uncertain', /403, not JSON/],
  ['302', 302, 'application/json', '{}', 'uncertain', /302: the API never redirects/],
  ['400 with the envelope', 400, 'application/json', '{"error":true,"message":"No"}', 'refused', /400 No/],
  ['401 without a message', 401, 'application/json', '{}', 'refused', /401 no message/],
  ['200 with error true', 200, 'application/json', '{"error":true,"message":"No"}', 'refused', /: No$/],
]

const created = { status: 'PENDING', transaction_id: id, receipt_url: 'http://localhost/gate', total_amount: 1000 }
for (const [body, lacks] of [
  ['[]', 'no "error": false, no status, no transaction_id, no receipt_url, no total_amount'],
  ['{}', 'no "error": false, no status, no transaction_id, no receipt_url, no total_amount'],
  ['{"error":false}', 'no status, no transaction_id, no receipt_url, no total_amount'],
  ['{"status":"ERROR"}', 'no "error": false, no transaction_id, no receipt_url, no total_amount'],
  [JSON.stringify({ error: 'true', ...created }), 'no "error": false'],
  [JSON.stringify(created), 'no "error": false'],
  [JSON.stringify({ error: false, ...created, transaction_id: null }), 'no transaction_id'],
  ['{"__proto__":{"error":false}}', 'no "error": false, no status, no transaction_id, no receipt_url, no total_amount'],
] as const) {
  const message = new RegExp(`200 without a verdict: the answer has ${lacks}$`)
  verdicts.push([`200 with ${body}`, 200, 'application/json', body, 'uncertain', message])
}

for (const [what, status, type, body, outcome, message] of verdicts) {
  t.test(`${what} is ${outcome}`, async (t) => {
    const { baseUrl, calls } = await startAnswering(t, (_, response) => {
      response.writeHead(status, { 'content-type': type, location: '/elsewhere' }).end(body)
    })
    const client = createClient({ baseUrl, keys })
    t.teardown(() => client.close())
    t.match(await errorOf(client.requestPayment(minimalPayment)), { outcome, message, status })
    t.equal(calls.length, 1, 'a POST is sent once')
  })
}

t.test('a POST is never sent again, whatever happens', async (t) => {
  const { baseUrl, calls } = await startAnswering(t, ({ socket }) => socket.destroy())
  const client = createClient({ baseUrl, keys, retries: 5 })
  t.teardown(() => client.close())
  t.match(await errorOf(client.requestPayment(minimalPayment)), { outcome: 'uncertain', status: undefined })
  t.equal(calls.length, 1)
})

t.test('a GET is tried again after a dropped connection and a 5xx, not after a refusal', async (t) => {
  let count = 0
  const { baseUrl, calls } = await startAnswering(t, ({ socket }, response) => {
    count += 1
    if (count === 1) socket.destroy()
    else if (count === 2) response.writeHead(503).end('busy')
    else if (count === 3) response.end('{"error":false,"status":"PENDING"}')
    else response.writeHead(400).end('{"error":true,"message":"Transaction not found"}')
  })
  const client = createClient({ baseUrl, keys })
  t.teardown(() => client.close())
  t.match(await client.confirmTransaction(id), { status: 'PENDING' })
  t.equal(calls.length, 3)
  t.match(await errorOf(client.confirmTransaction(id)), { outcome: 'refused' })
  t.equal(calls.length, 4)
})

t.test('a GET is given up after its retries', async (t) => {
  const { baseUrl, calls } = await startAnswering(t, (_, response) => response.writeHead(500).end('{"error":true}'))
  const client = createClient({ baseUrl, keys, retries: 1 })
  t.teardown(() => client.close())
  t.match(await errorOf(client.confirmTransaction(id)), { outcome: 'uncertain', status: 500 })
  t.equal(calls.length, 2)
})

t.test('a server that never answers is uncertain, after the time-out', async (t) => {
  const { baseUrl } = await startAnswering(t, () => {})
  const client = createClient({ baseUrl, keys, timeoutMs: 20 })
  t.teardown(() => client.close())
  t.match(await errorOf(client.requestPayment(minimalPayment)), {
    outcome: 'uncertain',
    message: /no answer within 20 ms/,
  })
})

type Aborted = [when: string, call: 'requestPayment' | 'confirmTransaction', outcome: string, sent: number]
const aborted: Aborted[] = [
  ['before it is made', 'requestPayment', 'unsent', 0],
  ['before it is made', 'confirmTransaction', 'unsent', 0],
  ['on its way', 'requestPayment', 'uncertain', 1],
  ['on its way', 'confirmTransaction', 'uncertain', 1],
]

for (const [when, call, outcome, sent] of aborted) {
  t.test(`${call} that is aborted ${when} is ${outcome}, with the reason as cause`, async (t) => {
    const controller = new AbortController()
    const reason = { because: 'the customer left' }
    const { baseUrl, calls } = await startAnswering(t, () => controller.abort(reason))
    const client = createClient({ baseUrl, keys })
    t.teardown(() => client.close())
    if (when === 'before it is made') controller.abort(reason)
    const options = { signal: controller.signal }
    const calling =
      call === 'requestPayment'
        ? client.requestPayment(minimalPayment, options)
        : client.confirmTransaction(id, options)
    const error = await errorOf(calling)
    t.match(error, { outcome, status: undefined, message: /: aborted by the caller$/ })
    t.equal(error.cause, reason)
    t.equal(calls.length, sent)
  })
}

for (const [outcome, failure] of [
  ['uncertain', new Error('other side closed')],
  ['unsent', Object.assign(new Error('nobody listens'), { code: 'ECONNREFUSED' })],
] as const) {
  t.test(`a call that is aborted before it is tried again is ${outcome}, as what was sent`, async (t) => {
    const controller = new AbortController()
    let sent = 0
    const send = async () => {
      sent += 1
      setImmediate(() => controller.abort('over'))
      throw failure
    }
    const client = createClient({ baseUrl: 'http://localhost', keys, transport: { send, close: async () => {} } })
    const error = await errorOf(client.confirmTransaction(id, { signal: controller.signal }))
    t.match(error, { outcome, message: /: aborted by the caller$/, cause: 'over' })
    t.equal(sent, 1)
  })
}

t.test('waitForTransaction that is aborted before it has asked is unsent', async (t) => {
  const client = createClient({ baseUrl: 'http://127.0.0.1:1/api/v1', keys })
  const error = await errorOf(client.waitForTransaction(id, { signal: AbortSignal.abort('over') }))
  t.match(error, { outcome: 'unsent', message: /: aborted by the caller$/, cause: 'over' })
})

t.test('a server that is not there is unsent: nothing was created', async (t) => {
  const { baseUrl } = await startTestSandbox(t).then(async (sandbox) => {
    await sandbox.close()
    return sandbox
  })
  const client = createClient({ baseUrl, keys, retries: 0 })
  t.teardown(() => client.close())
  t.match(await errorOf(client.requestPayment(minimalPayment)), { outcome: 'unsent', message: /ECONNREFUSED/ })
})

const strangers: [who: string, server: () => Server, message: RegExp][] = [
  [
    'speaks plain http',
    () => createHttpServer((_, response) => response.end('{}')),
    /: the TLS handshake failed \(ERR_SSL_\w+\): is it plain http that is spoken there\?$/,
  ],
  ['speaks something else', () => createServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n')), /TLS handshake failed/],
  [
    'hangs up during the handshake',
    () => createServer((socket) => socket.on('data', () => socket.destroy())),
    /before secure TLS connection was established \(ECONNRESET\)$/,
  ],
  ['has a certificate of nobody known', () => createTlsServer(selfSigned), /\(DEPTH_ZERO_SELF_SIGNED_CERT\)$/],
]

for (const [who, server, message] of strangers) {
  t.test(`a server that ${who} where https is asked for is unsent: no request has left`, async (t) => {
    const client = createClient({ baseUrl: `https://127.0.0.1:${await listenTo(t, server())}`, keys })
    t.teardown(() => client.close())
    t.match(await errorOf(client.requestPayment(minimalPayment)), { outcome: 'unsent', status: undefined, message })
  })
}

t.test('keys are in no error, inspection or JSON, even when the server repeats them', async (t) => {
  const { baseUrl } = await startAnswering(t, ({ headers }, response) => {
    const told = JSON.stringify(headers)
    const details = [{ path: headers['x-secret-key'], message: told }]
    response.writeHead(401).end(JSON.stringify({ error: true, message: told, details }))
  })
  const client = createClient({ baseUrl, keys })
  t.teardown(() => client.close())
  const error = await errorOf(client.confirmTransaction(keys.secretKey))
  for (const text of [
    inspect(error, { depth: 9, showHidden: true }),
    JSON.stringify(error),
    String(error),
    inspect(client, { depth: 9, showHidden: true }),
    JSON.stringify(client),
  ]) {
    t.notMatch(text, /5ecret/)
  }
  const broken = createClient({ baseUrl: 'http://127.0.0.1:1/api/v1', keys, retries: 0 })
  t.notMatch(inspect(await errorOf(broken.requestPayment(minimalPayment)), { depth: 9 }), /5ecret/)
})

for (const wrong of ['', ' ', '.', '..', '\ud800', undefined, null, 42, {}]) {
  t.test(`the id ${JSON.stringify(wrong)} is refused before anything is sent`, async (t) => {
    const { baseUrl, calls } = await startAnswering(t, (_, response) => response.end())
    const client = createClient({ baseUrl, keys })
    t.teardown(() => client.close())
    const message = /: transaction_id must be a text that is not empty: pass the one that the API gave$/
    t.match(await errorOf(client.confirmTransaction(wrong as string)), { outcome: 'unsent', message })
    t.match(await errorOf(client.waitForTransaction(wrong as string)), { outcome: 'unsent', message })
    t.equal(calls.length, 0)
  })
}

const circle: { self?: unknown } = {}
circle.self = circle

for (const [what, amount, why] of [
  ['a BigInt', 1000n, /cannot be written as JSON: .*BigInt$/],
  ['a circle', circle, /cannot be written as JSON: Converting circular structure to JSON$/],
] as const) {
  t.test(`${what} in the body is refused before anything is sent`, async (t) => {
    const { baseUrl, calls } = await startAnswering(t, (_, response) => response.end())
    const client = createClient({ baseUrl, keys })
    t.teardown(() => client.close())
    const payment = { ...minimalPayment, invoice: { currency: 'XOF', amount: amount as unknown as number } }
    t.match(await errorOf(client.requestPayment(payment)), { outcome: 'unsent', message: why })
    t.equal(calls.length, 0)
  })
}

for (const wrong of [-1, 0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, '5', null]) {
  const timeoutMs = wrong as number
  t.test(`a time-out of ${inspect(wrong)} is refused before anything is sent`, async (t) => {
    const { baseUrl, calls } = await startAnswering(t, (_, response) => response.end())
    const client = createClient({ baseUrl, keys })
    t.teardown(() => client.close())
    const unsent = { outcome: 'unsent', message: /: timeoutMs must be a whole number from 1 to 2147483647, not \S+$/ }
    t.match(await errorOf(client.requestPayment(minimalPayment, { timeoutMs })), unsent)
    t.match(await errorOf(client.confirmTransaction(id, { timeoutMs })), unsent)
    t.match(await errorOf(client.waitForTransaction(id, { timeoutMs })), unsent)
    t.throws(() => createClient({ baseUrl, keys, timeoutMs }), { ...unsent, name: 'IntramError' })
    t.equal(calls.length, 0)
  })
}

t.test('an interval that is no duration is refused before anything is sent', async (t) => {
  const client = createClient({ baseUrl: 'http://127.0.0.1:1/api/v1', keys })
  for (const intervalMs of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    const message = /: intervalMs must be a whole number from 0 to 2147483647/
    t.match(await errorOf(client.waitForTransaction(id, { intervalMs })), { outcome: 'unsent', message })
  }
})

t.test('a signal that is none is refused before anything is sent', async (t) => {
  const { baseUrl, calls } = await startAnswering(t, (_, response) => response.end())
  const client = createClient({ baseUrl, keys })
  t.teardown(() => client.close())
  const signal = { aborted: false, addEventListener() {} } as unknown as AbortSignal
  const unsent = { outcome: 'unsent', message: /: signal must be an AbortSignal/ }
  t.match(await errorOf(client.requestPayment(minimalPayment, { signal })), unsent)
  t.match(await errorOf(client.waitForTransaction(id, { signal })), unsent)
  t.equal(calls.length, 0)
})

t.test('retries without an end are refused', async (t) => {
  for (const retries of [-1, 0.5, 101, Number.NaN, Number.POSITIVE_INFINITY, '2' as unknown as number]) {
    const message = /^createClient .*: retries must be a whole number from 0 to 100, not /
    t.throws(() => createClient({ baseUrl: 'http://localhost', keys, retries }), { name: 'IntramError', message })
  }
})

t.test('an id cannot reach another route', async (t) => {
  const { baseUrl, calls } = await startAnswering(t, (_, response) => response.end('{"error":false,"status":"FAIL"}'))
  const client = createClient({ baseUrl, keys })
  t.teardown(() => client.close())
  await client.confirmTransaction('../../x?y#z')
  t.same(calls, ['GET /api/v1/transactions/confirm/..%2F..%2Fx%3Fy%23z'])
})

t.test('a key is hidden as it is and as it stands in a URL, a short one only where it stands alone', async (t) => {
  const hide = hider({ publicKey: 'any', privateKey: 'tpk_a/b+c=d', secretKey: 'a', merchantKey: 'm.(x' })
  t.equal(hide('the key any of anybody: a path, m.(x, mx'), 'the key … of anybody: … path, …, mx')
  t.equal(hide('?key=tpk_a%2Fb%2Bc%3Dd&x=tpk_a/b+c=d'), '?key=…&x=…')
})
