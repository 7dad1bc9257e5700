import { PassThrough } from 'node:stream'
import t from 'tap'
import { createJsonLog } from '../server/adapters/json-log.ts'
import { createReadableLog } from '../server/adapters/readable-log.ts'
import type { Log } from '../server/log.ts'
import { startQuietServer } from './support/quiet-server.ts'
import { sendRaw } from './support/raw.ts'

type Test = { teardown: (close: () => Promise<void>) => void }

/** A server with this log, and what it wrote. */
async function startLogged(t: Test, createLog: (stream: PassThrough) => Log, maxTransactions = 100) {
  const stream = new PassThrough()
  const log = createLog(stream)
  const { origin, close } = await startQuietServer(t, { maxTransactions, log, logsRequests: true })
  const send = (
    path: string,
    init: RequestInit & { headers?: Record<string, string> } = {},
    merchant = 'merchant-5ecret',
  ) =>
    fetch(`${origin}${path}`, {
      ...init,
      headers: {
        'x-api-key': 'public-5ecret',
        'x-private-key': 'tpk_5ecret',
        'x-secret-key': 'tsk_5ecret',
        'x-marchand-key': merchant,
        authorization: 'Bearer token-5ecret',
        'content-type': 'application/json',
        ...init.headers,
      },
    }).then((answer) => answer.text())
  /** The lines so far, after all requests before this have been logged. */
  const lines = async () => {
    await close()
    return readAll(stream).trim().split('\n')
  }
  return { origin, send, lines }
}

/** All that was written: one `read` gives one chunk only since Node.js 26. */
function readAll(stream: PassThrough): string {
  let text = ''
  for (let chunk = stream.read(); chunk !== null; chunk = stream.read()) text += chunk
  return text
}

const readable = (stream: PassThrough) => createReadableLog({ level: 'info', colors: false, stream })
const json = (stream: PassThrough) => createJsonLog({ level: 'info', stream })

const payment = {
  method: 'POST',
  body: JSON.stringify({
    invoice: { currency: 'XOF', amount: 1000, keys: { secret: 'tsk_5ecret' } },
    store: { name: 'Test Store' },
  }),
}

t.test('each answer is one line, wherever it is given', async (t) => {
  const { send, lines } = await startLogged(t, readable)
  const asked = [
    ['POST', '/api/v1/payments/request', 400],
    ['PUT', '/api/v1/payments/request', 405],
    ['GET', '/api/v1/transactions/confirm/none', 400],
    ['GET', '/api/v1/nothing', 404],
    ['GET', '/payment/gate/0123456789abcdef01234567', 404],
    ['GET', '/nothing', 404],
    ['GET', '/openapi.json', 200],
    ['PUT', '/__admin/transactions', 405],
  ] as const
  for (const [method, path] of asked) await send(path, { method })
  t.same(
    (await lines()).map((line) => /^\S+ (\w+) +(\d+) (\S+) /.exec(line)?.slice(1).join(' ')),
    asked.map(([method, path, status]) => `${method} ${status} ${path}`),
  )
})

t.test('what a widget asks for is a line without its key and its pass', async (t) => {
  const { send, lines } = await startLogged(t, readable)
  const wanted = { public_key: 'public-5ecret', amount: 1000, currency: 'xof' }
  const headers = { origin: 'http://shop.test' }
  const { path } = JSON.parse(await send('/widget/payments', { method: 'POST', body: JSON.stringify(wanted), headers }))
  await send(path)
  const [asked, shown] = await lines()
  t.match(asked, /POST 200 \/widget\/payments [\d.]+ ms public-…$/)
  t.match(shown, /GET {2}200 \/payment\/gate\/[0-9a-f]{24} [\d.]+ ms$/)
})

t.test('on a terminal each request is one readable line', async (t) => {
  const { send, lines } = await startLogged(t, readable)
  await send('/api/v1/payments/request', payment)
  await send('/api/v1/nothing?secret=tsk_5ecret')
  const [first, second, ...rest] = await lines()
  t.match(
    first,
    /^\d\d:\d\d:\d\d POST 200 \/api\/v1\/payments\/request [\d.]+ ms merchant… keys in the body: ignored, remove them$/,
  )
  t.match(second, /^\d\d:\d\d:\d\d GET {2}404 \/api\/v1\/nothing [\d.]+ ms$/)
  t.same(rest, [])
})

t.test('for machines each request is one JSON object', async (t) => {
  const { send, lines } = await startLogged(t, json)
  await send('/api/v1/payments/request', payment)
  const [line, ...rest] = (await lines()).map((text) => JSON.parse(text))
  t.same(rest, [])
  t.match(line, {
    level: 'info',
    time: /^\d{4}-/,
    msg: 'request',
    method: 'POST',
    path: '/api/v1/payments/request',
    status: 200,
    ms: Number,
    merchant: 'merchant…',
    note: 'keys in the body: ignored, remove them',
  })
})

t.test('a JSON line is what JSON.stringify gives in ASCII, whatever the path', async (t) => {
  const { origin, lines } = await startLogged(t, json)
  for (const path of ['/a"b\\c', '/%22', '/tsk_5ecret']) {
    await sendRaw(origin, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
  }
  const all = await lines()
  t.same(
    all.map((line) => JSON.parse(line).path),
    ['/a"b\\c', '/%22', '/…'],
  )
  for (const line of all) t.equal(line, JSON.stringify(JSON.parse(line)).replaceAll('…', '\\u2026'))
})

for (const [name, createLog] of Object.entries({ readable, json })) {
  t.test(`no key reaches the ${name} log, wherever it was put`, async (t) => {
    const { send, lines, origin } = await startLogged(t, createLog)
    await send('/api/v1/payments/request', payment)
    await send('/api/v1/payments/request', { method: 'POST', body: '{"secret": tsk_5ecret' })
    await send('/api/v1/payments/request?secret=tsk_5ecret', payment)
    await send('/api/v1/transactions/confirm/tsk_5ecret')
    await send('/tpk_5ecret/sk_live_5ecret')
    await send('/api/v1/transactions/confirm/public-5ecret')
    await send('/payment/gate/public-5ecret')
    await send('/api/v1/transactions/confirm/%74sk_5ecret')
    await send('/api/v1/transactions/confirm/public%2D5ecret')
    await send('/caf%C3%A9')
    await send('/%tsk_5ecret')
    for (const bytes of refused) await sendRaw(origin, bytes)
    await send('/__admin/transactions?merchant=merchant-5ecret')
    await send('/__admin/transactions/tsk_5ecret')
    const text = (await lines()).join('\n').replaceAll('\\u2026', '…')
    t.notMatch(text, /5ecret/)
    t.match(text, '/api/v1/transactions/confirm/…')
    t.match(text, '/payment/gate/…')
    t.match(text, '/caf%C3%A9')
  })

  t.test(`no request can write escape sequences or lines of its own into the ${name} log`, async (t) => {
    const { send, lines } = await startLogged(t, createLog)
    await send('/api/v1/transactions/confirm/abc', {}, '\u009b31mred\u0085x')
    const all = await lines()
    t.equal(all.length, 1)
    t.match(all[0], /^[\x20-\x7e…]*$/)
  })

  t.test(`health checks leave no line in the ${name} log`, async (t) => {
    const { send, lines } = await startLogged(t, createLog)
    for (const path of ['/livez', '/readyz', '/healthz']) await send(path)
    t.same(await lines(), [''])
  })

  t.test(`that the store is full is one line of the ${name} log`, async (t) => {
    const { send, lines } = await startLogged(t, createLog, 2)
    for (let n = 0; n < 5; n += 1) await send('/api/v1/payments/request', payment)
    const warnings = (await lines()).filter((line) => line.includes('The store is full (--max-transactions 2)'))
    t.equal(warnings.length, 1)
  })
}

/** What never becomes a request of a route. */
const refused = [
  'GET /tsk_5ecret HTTP/1.1\r\nContent-Length: tsk_5ecret\r\n\r\n',
  `GET / HTTP/1.1\r\nHost: a\r\nX-Secret-Key: ${'5ecret'.repeat(5_000)}\r\n\r\n`,
]

t.test('on a terminal what is refused before there is a route has its line too', async (t) => {
  const { send, lines, origin } = await startLogged(t, readable)
  for (const bytes of refused) await sendRaw(origin, bytes)
  await send('/api/v1/transactions/confirm/%zz?secret=tsk_5ecret')
  await send(`/api/v1/transactions/confirm/${'a'.repeat(2_000)}`)
  const [invalid, large, badUrl, longId, ...rest] = await lines()
  t.match(invalid, /^\d\d:\d\d:\d\d - {4}400 - 0 ms This is not a valid HTTP request$/)
  t.match(large, /^\d\d:\d\d:\d\d - {4}431 - 0 ms The headers are larger than 16 KB$/)
  t.match(badUrl, /^\d\d:\d\d:\d\d GET {2}400 \/api\/v1\/transactions\/confirm\/%zz 0 ms$/)
  t.match(longId, /^\d\d:\d\d:\d\d GET {2}414 \/api\/v1\/transactions\/confirm\/a+ 0 ms$/)
  t.same(rest, [])
})

t.test('for machines what is refused before there is a route is an object of the same shape', async (t) => {
  const { send, lines, origin } = await startLogged(t, json)
  for (const bytes of refused) await sendRaw(origin, bytes)
  await send('/api/v1/transactions/confirm/%zz?secret=tsk_5ecret')
  const common = { level: 'info', time: /^\d{4}-/, ms: 0, msg: 'request' }
  t.match(
    (await lines()).map((text) => JSON.parse(text)),
    [
      { ...common, method: '-', path: '-', status: 400, note: 'This is not a valid HTTP request' },
      { ...common, method: '-', path: '-', status: 431, note: 'The headers are larger than 16 KB' },
      { ...common, method: 'GET', path: '/api/v1/transactions/confirm/%zz', status: 400 },
    ],
  )
})

t.test('a request that never arrives as a whole is one line', async (t) => {
  const stream = new PassThrough()
  const timeouts = { headersMs: 1, requestMs: 2, checkEveryMs: 1 }
  const { origin, close } = await startQuietServer(t, { log: readable(stream), logsRequests: true, timeouts })
  const unfinished =
    'POST /api/v1/payments/request HTTP/1.1\r\nHost: a\r\nX-API-KEY: a\r\nX-PRIVATE-KEY: a\r\nX-SECRET-KEY: a\r\nX-MARCHAND-KEY: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{'
  for (let n = 0; n < 3; n += 1) await sendRaw(origin, unfinished)
  await close()
  t.match(readAll(stream), /^([\d:]+ - {4}408 - 0 ms The request took too long to arrive\n){3}$/)
})

t.test('whose client did not wait for the answer has none in the log', async (t) => {
  const { send, lines } = await startLogged(t, readable)
  const left = new AbortController()
  const asked = send('/api/v1/payments/request', {
    ...payment,
    headers: { prefer: 'delay=60000' },
    signal: left.signal,
  })
  await send('/__admin/transactions?wait=10s')
  left.abort()
  await t.rejects(asked)
  await send('/__admin/requests?wait=10s')
  const [line] = (await lines()).filter((line) => line.includes('POST'))
  t.match(line, / POST 0 \/api\/v1\/payments\/request [\d.]+ ms \S+ no answer: CLIENT_LEFT$/)
})

t.test('colours are there when asked for', async (t) => {
  const colored = (stream: PassThrough) => createReadableLog({ level: 'info', colors: true, stream })
  const { send, lines } = await startLogged(t, colored)
  await send('/api/v1/nothing')
  t.match((await lines())[0], '\u001b[33m404\u001b[39m')
})

t.test('an unexpected error is logged with its stack, and answered without', async (t) => {
  const stream = new PassThrough()
  for (const log of [readable(stream), json(stream)]) {
    log.error('Unexpected error', new Error('the store broke'))
    log.flush()
  }
  const text = readAll(stream)
  t.equal(text.match(/Error: the store broke/g)?.length, 2)
  t.match(text, /log\.test\.ts/)
})

t.test('a level leaves out what is below it', async (t) => {
  const stream = new PassThrough()
  for (const log of [
    createReadableLog({ level: 'error', colors: false, stream }),
    createJsonLog({ level: 'error', stream }),
  ]) {
    log.info('information')
    log.warn('warning')
    log.error('a failure')
    log.flush()
  }
  const text = readAll(stream)
  t.notMatch(text, /information|warning/)
  t.equal(text.match(/a failure/g)?.length, 2)
})
