import { once } from 'node:events'
import { connect } from 'node:net'
import { PassThrough } from 'node:stream'
import t from 'tap'
import { createReadableLog } from '../../server/adapters/readable-log.ts'
import { startQuietServer } from '../support/quiet-server.ts'
import { sendRaw } from '../support/raw.ts'
import { minimalPayment, paymentWith, startTestSandbox } from '../support/sandbox.ts'

const create = '/api/v1/payments/request'
const confirm = '/api/v1/transactions/confirm'

type Request = Parameters<Awaited<ReturnType<typeof startTestSandbox>>['send']>
const cases: [what: string, request: Request, status: number, message: string | RegExp][] = [
  ['an unknown route', ['GET', '/api/v1/nothing'], 404, /No such route for GET.*\/docs/],
  ['an unknown route outside the API', ['POST', '/'], 404, /No such route for POST/],
  [
    'an unknown route without keys',
    ['GET', '/api/v1/nothing', { headers: { 'x-api-key': null } }],
    404,
    /No such route/,
  ],
  ['a wrong method', ['GET', create], 405, 'GET is not possible here: use POST'],
  ['a wrong method on the other path', ['DELETE', `${confirm}/abc`], 405, 'DELETE is not possible here: use GET'],
  ['a wrong method without keys', ['PUT', create, { headers: { 'x-secret-key': null } }], 405, /use POST/],
  ['JSON that ends', ['POST', create, { body: '{"invoice":' }], 400, 'The body is not valid JSON: it ends too early'],
  ['malformed JSON', ['POST', create, { body: '{"invoice" 1}' }], 400, 'The body is not valid JSON (position 11)'],
  ['malformed JSON after a byte order mark', ['POST', create, { body: '\ufeff{"a" 1}' }], 400, /\(position 5\)/],
  ['no JSON at all', ['POST', create, { body: 'invoice=1' }], 400, /^The body is not valid JSON/],
  ['an empty body', ['POST', create], 400, 'The body is empty: send JSON'],
  [
    'a __proto__ key',
    ['POST', create, { body: '{"__proto__":{"x":1}}' }],
    400,
    /^The body has a key that is never.*__proto__/,
  ],
  [
    'a nested __proto__ key',
    ['POST', create, { body: '{"invoice":{"custom_datas":{"__proto__":1}}}' }],
    400,
    /__proto__/,
  ],
  ['a constructor.prototype key', ['POST', create, { body: '{"constructor":{"prototype":1}}' }], 400, /__proto__/],
  [
    'a form',
    ['POST', create, { body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    415,
    /Content-Type: application\/json/,
  ],
  [
    'plain text',
    ['POST', create, { body: '{}', headers: { 'content-type': 'text/plain' } }],
    415,
    /Content-Type: application\/json/,
  ],
  [
    'a body over the limit',
    ['POST', create, { body: JSON.stringify({ a: 'x'.repeat(300_000) }) }],
    413,
    'The body is larger than 256 KB',
  ],
  [
    'a body nested too deep',
    ['POST', create, { body: `{"more":"[","deep":${'['.repeat(1_000)}"]"${']'.repeat(1_000)}}` }],
    400,
    'The body is nested deeper than 1000 levels',
  ],
  ['bad percent-encoding', ['GET', `${confirm}/%E0%A4%A`], 400, /write a literal % as %25/],
  ['an id of 65 characters', ['GET', `${confirm}/${'a'.repeat(65)}`], 400, 'The request is not valid'],
  ['an id of 2,000 characters', ['GET', `${confirm}/${'a'.repeat(2000)}`], 414, 'The id in the URL is too long'],
  ['an unknown id', ['GET', `${confirm}/0123456789abcdef01234567`], 400, 'Transaction not found'],
  ['an id named __proto__', ['GET', `${confirm}/__proto__`], 400, 'Transaction not found'],
]

t.test('every error of every route is answered in the one envelope', async (t) => {
  const { send } = await startTestSandbox(t)
  for (const [what, request, status, message] of cases) {
    const answer = await send(...request)
    t.equal(answer.status, status, `${what}: ${status}`)
    t.match(answer.headers.get('content-type'), /^application\/json/)
    t.match(answer.json, { error: true, status: 'ERROR', message }, what)
    t.notMatch(answer.text, /node_modules|\.[tj]s:|\\n +at /, 'no stack trace')
  }
})

t.test('a missing Content-Type is told apart from bad JSON', async (t) => {
  const { url, credentials } = await startTestSandbox(t)
  const { publicKey, privateKey, secretKey, merchantKey } = credentials
  const body = JSON.stringify(minimalPayment)
  const answer = await sendRaw(
    url,
    `POST ${create} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-API-KEY: ${publicKey}\r\n` +
      `X-PRIVATE-KEY: ${privateKey}\r\nX-SECRET-KEY: ${secretKey}\r\nX-MARCHAND-KEY: ${merchantKey}\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body}`,
  )
  t.equal(answer.status, 415)
  t.match(JSON.parse(answer.body), { error: true, message: /Content-Type: application\/json/ })
})

t.test('what Node refuses before there is a request is answered in the envelope too', async (t) => {
  const { url } = await startTestSandbox(t)
  const huge = `GET / HTTP/1.1\r\nHost: localhost\r\nX-API-KEY: ${'a'.repeat(20_000)}\r\n\r\n`
  for (const [bytes, status, message] of [
    [huge, 431, 'The headers are larger than 16 KB'],
    ['NOT HTTP AT ALL\r\n\r\n', 400, 'This is not a valid HTTP request'],
    ['GET / HTTP/1.1\r\nContent-Length: nonsense\r\n\r\n', 400, 'This is not a valid HTTP request'],
  ] as const) {
    const answer = await sendRaw(url, bytes)
    t.equal(answer.status, status)
    t.same(JSON.parse(answer.body), { error: true, status: 'ERROR', message })
  }
})

/** What Node would answer without a word, or not at all. */
const wordless = [
  ['GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'The request has no Host header'],
  ['GET /__admin/health HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'The request has no Host header'],
  [
    'GET /livez HTTP/1.1\r\nHost: localhost\r\nExpect: nothing\r\nConnection: close\r\n\r\n',
    417,
    'Of Expect only 100-continue is understood',
  ],
  [
    'CONNECT webservices.intram.org:4002 HTTP/1.1\r\nHost: webservices.intram.org:4002\r\n\r\n',
    405,
    'CONNECT is not possible here: this is no proxy',
  ],
] as const

t.test('what Node itself would answer is answered in the envelope, and has its line in the log', async (t) => {
  const stream = new PassThrough()
  const log = createReadableLog({ level: 'info', colors: false, stream })
  const { origin } = await startQuietServer(t, { log, logsRequests: true })
  for (const [bytes, status, message] of wordless) {
    const answer = await sendRaw(origin, bytes)
    t.equal(answer.status, status)
    t.same(JSON.parse(answer.body), { error: true, status: 'ERROR', message })
    const [method, path] = bytes.split(' ')
    t.match(String(stream.read()), new RegExp(`^[\\d:]+ ${method?.padEnd(4)} ${status} ${path} [\\d.]+ ms`))
  }
})

t.test('HTTP/1.0 knows no Host', async (t) => {
  const { url } = await startTestSandbox(t)
  t.equal((await sendRaw(url, 'GET /livez HTTP/1.0\r\n\r\n')).status, 200)
})

t.test('a CONNECT that stays does not keep the sandbox from stopping', async (t) => {
  const { url, close } = await startTestSandbox(t)
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true })
  t.teardown(() => socket.destroy())
  socket.write('CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n')
  await once(socket, 'data')
  await close()
})

t.test('a client that never finishes its request is sent away with a 408', async (t) => {
  const timeouts = { headersMs: 1, requestMs: 2, checkEveryMs: 1 }
  const { origin } = await startQuietServer(t, { timeouts })
  const keys = 'X-API-KEY: a\r\nX-PRIVATE-KEY: a\r\nX-SECRET-KEY: a\r\nX-MARCHAND-KEY: a\r\n'
  for (const unfinished of [
    'GET /livez HTTP/1.1\r\nHost: localhost\r\nX-Slow: ',
    `POST ${create} HTTP/1.1\r\nHost: localhost\r\n${keys}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  ]) {
    const { status, body } = await sendRaw(origin, unfinished)
    t.equal(status, 408)
    t.same(JSON.parse(body), { error: true, status: 'ERROR', message: 'The request took too long to arrive' })
  }
})

t.test('405 says in Allow what is possible', async (t) => {
  const { send } = await startTestSandbox(t)
  t.equal((await send('PATCH', create)).headers.get('allow'), 'POST')
  t.equal((await send('POST', `${confirm}/abc`)).headers.get('allow'), 'GET')
})

t.test('no answer repeats a key, wherever it was put', async (t) => {
  const { send } = await startTestSandbox(t)
  const key = 'tsk_5ecretsecretsecretsecret'
  const keys = { public: key, private: key, secret: key }
  const answers = [
    await send('POST', create, { body: paymentWith({ invoice: { keys } }) }),
    await send('POST', create, { body: paymentWith({ invoice: { keys, amount: key, currency: key } }) }),
    await send('POST', create, { body: paymentWith({ store: { callback_url: key, name: '' } }) }),
    await send('POST', create, { body: `{"invoice": ${key}` }),
    await send('POST', create, { body: `{"invoice" at position 5ecret${key}` }),
    await send('POST', create, { body: paymentWith({ invoice: { items: { [key]: 1 } } }) }),
    await send('POST', create, {
      body: paymentWith({ invoice: { taxes: { 'my-5ecret-key': 1 } } }),
      headers: { 'x-secret-key': 'my-5ecret-key' },
    }),
    await send('POST', create, { body: {}, headers: { 'x-secret-key': key, 'x-private-key': key } }),
    await send('POST', create, { body: {}, headers: { 'x-secret-key': key.repeat(20) } }),
    await send('GET', `${confirm}/${key}`),
    await send('GET', `/nothing/${key}?secret=${key}`),
    await send('GET', `${confirm}/x`, { headers: { prefer: `code=${key}` } }),
  ]
  const created = String(answers[0]?.json.transaction_id)
  answers.push(await send('GET', `${confirm}/${created}`))
  for (const { text, status } of answers) t.notMatch(text, /5ecret/, `status ${status}`)
})

t.test('a name that looks like a key is hidden where a mistake is', async (t) => {
  const { send } = await startTestSandbox(t)
  const items = { tpk_LEAKED_SECRET: 1, item_1: 1 }
  const { json } = await send('POST', create, { body: paymentWith({ invoice: { items } }) })
  t.same(json.details, [
    { path: '/invoice/items/…', message: 'must be an object' },
    { path: '/invoice/items/item_1', message: 'must be an object' },
  ])
})

t.test('the sandbox answers as before after all of that', async (t) => {
  const { send, url } = await startTestSandbox(t)
  await Promise.all([sendRaw(url, 'x\r\n\r\n'), send('POST', create, { body: '{' }), send('GET', '/%')])
  t.equal((await send('POST', create, { body: minimalPayment })).status, 200)
})
