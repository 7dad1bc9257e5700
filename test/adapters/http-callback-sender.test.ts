import { EventEmitter, once } from 'node:events'
import t, { type Test } from 'tap'
import { createHttpCallbackSender } from '../../server/adapters/http-callback-sender.ts'
import type { Answered } from '../../server/domain/outcome.ts'
import type { CallbackRequest } from '../../server/sandbox/callback-sender.ts'
import { closedUrl, startRawReceiver, startReceiver, startSecureReceiver } from '../support/receiver.ts'

type Options = Parameters<typeof createHttpCallbackSender>[0]

/** A sender that the test closes, and that fails the test if anything is really looked up. */
function createSender(t: Test, options: Options = {}) {
  const sender = createHttpCallbackSender({ resolve: () => Promise.reject(new Error('looked up')), ...options })
  t.teardown(() => sender.close())
  const send = (request: CallbackRequest) => sender.send(request.url, () => request)
  return { ...sender, send, sendComposed: sender.send }
}

const soon = { timeoutMs: 20 }
const json = { headers: { 'content-type': 'application/json' }, body: '{"status":"SUCCESS"}' }

t.test('posts the body with its headers, and tells the whole answer', async (t) => {
  const { url, received } = await startReceiver(t, (_, response) => {
    response.writeHead(201, { 'content-type': 'text/plain', 'x-powered-by': 'PHP/8.3', 'set-cookie': 'secret' })
    response.end('noté')
  })
  const outcome = await createSender(t).send({
    url: `${url}?order=1`,
    ...json,
    headers: { ...json.headers, 'x-a': 'b' },
  })
  t.same(
    received.map(({ method, path, body }) => [method, path, body]),
    [['POST', '/callback?order=1', json.body]],
  )
  t.match(received[0]?.headers, { 'content-type': 'application/json', 'content-length': '20', 'x-a': 'b' })
  const { durationMs, ...rest } = outcome as Answered
  t.ok(Number.isInteger(durationMs) && durationMs >= 0)
  t.same(rest, {
    target: `${url}?order=1`,
    kind: 'answered',
    status: 201,
    headers: { 'content-type': 'text/plain', 'x-powered-by': 'PHP/8.3' },
    body: 'noté',
  })
})

for (const status of [204, 400, 419, 500]) {
  t.test(`a ${status} is an answer like any other`, async (t) => {
    const { url } = await startReceiver(t, (_, response) => response.writeHead(status).end())
    t.match(await createSender(t).send({ url, ...json }), { kind: 'answered', status })
  })
}

t.test('redirects are not followed', async (t) => {
  const { url, received } = await startReceiver(t, (_, response) =>
    response.writeHead(302, { location: '/login' }).end(),
  )
  t.match(await createSender(t).send({ url, ...json }), { status: 302, headers: { location: '/login' } })
  t.equal(received.length, 1)
})

t.test('keeps 2 KB of an answer, at the border of a character, and reads no more than is polite', async (t) => {
  let hungUp: Promise<unknown> = Promise.resolve()
  const { url } = await startReceiver(t, (_, response) => {
    hungUp = once(response, 'close')
    response.writeHead(200)
    const more = () => {
      while (response.writable && response.write(`-${'é'.repeat(8000)}`)) {}
    }
    response.on('drain', more)
    more()
  })
  const outcome = (await createSender(t).send({ url, ...json })) as Answered
  t.equal(outcome.status, 200)
  t.equal(outcome.body, `-${'é'.repeat(1023)}`)
  await hungUp
})

t.test('a long header is cut', async (t) => {
  const { url } = await startReceiver(t, (_, response) => response.writeHead(302, { location: 'x'.repeat(9000) }).end())
  t.match(await createSender(t).send({ url, ...json }), { headers: { location: /^x{1024}$/ } })
})

t.test('no connection is used twice, so that none is stale', async (t) => {
  const { url, received } = await startReceiver(t)
  const sender = createSender(t)
  await sender.send({ url, ...json })
  await sender.send({ url, ...json })
  t.same(
    received.map(({ headers }) => headers.connection),
    ['close', 'close'],
  )
})

t.test('nobody listens: the connection is refused', async (t) => {
  const url = await closedUrl()
  t.match(await createSender(t).send({ url, ...json }), {
    kind: 'refused-connection',
    reason: 'ECONNREFUSED',
    target: url,
  })
})

t.test('a name without an address is a DNS failure', async (t) => {
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error('DNS'), { code }))
  for (const [resolve, reason] of [
    [failing('ENOTFOUND'), 'ENOTFOUND'],
    [failing('EAI_AGAIN'), 'EAI_AGAIN'],
    [async () => [], 'ENOTFOUND'],
  ] as const) {
    const allow = ['10.0.0.0/8']
    t.match(await createSender(t, { resolve, allow }).send({ url: 'http://shop.test/', ...json }), {
      kind: 'dns-failed',
      reason,
    })
  }
})

t.test('who takes too long times out, wherever it hangs', async (t) => {
  const hangs: Record<string, Parameters<typeof startRawReceiver>[1]> = {
    'before the answer': (socket) => socket.resume(),
    'in the headers': (socket) => socket.resume().write('HTTP/1.1 200 OK\r\nContent-Ty'),
    'in the body': (socket) => socket.resume().write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc'),
  }
  for (const [where, hang] of Object.entries(hangs)) {
    const { url } = await startRawReceiver(t, hang)
    t.match(await createSender(t, soon).send({ url, ...json }), { kind: 'timed-out', target: url }, where)
  }
})

t.test('a hanging TLS handshake or DNS server times out as well', async (t) => {
  let closed: Promise<unknown> = Promise.resolve()
  const { url } = await startRawReceiver(t, (socket) => {
    closed = new Promise((resolve) => socket.resume().on('close', resolve))
  })
  const secure = url.replace('http:', 'https:')
  t.match(await createSender(t, soon).send({ url: secure, ...json }), { kind: 'timed-out' })
  await closed
  const resolve = () => new Promise<never>(() => {})
  t.match(await createSender(t, { ...soon, resolve }).send({ url: 'http://shop.test/', ...json }), {
    kind: 'timed-out',
  })
})

t.test('who hangs up without a complete answer drops the call', async (t) => {
  const drops: Record<string, Parameters<typeof startRawReceiver>[1]> = {
    'at once': (socket) => socket.destroy(),
    'with a reset': (socket) => socket.resetAndDestroy(),
    'after the request': (socket) => socket.once('data', () => socket.end()),
    'in the headers': (socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Ty')),
    'in the body': (socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc')),
  }
  for (const [when, drop] of Object.entries(drops)) {
    const { url } = await startRawReceiver(t, drop)
    t.match(await createSender(t).send({ url, ...json }), { kind: 'dropped', target: url }, when)
  }
})

t.test('what is not HTTP is an invalid response', async (t) => {
  for (const bytes of [
    'SSH-2.0-OpenSSH_9.2\r\n',
    '\x15\x03\x01\x00\x02\x02\x16',
    `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(99_999)}\r\n\r\n`,
  ]) {
    const { url } = await startRawReceiver(t, (socket) => socket.once('data', () => socket.end(bytes)))
    t.match(
      await createSender(t).send({ url, ...json }),
      { kind: 'invalid-response' },
      JSON.stringify(bytes.slice(0, 20)),
    )
  }
})

t.test('a certificate that nobody signed is a TLS failure', async (t) => {
  const { url } = await startSecureReceiver(t)
  t.match(await createSender(t).send({ url, ...json }), { kind: 'tls-failed', reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
})

t.test('https to a port that speaks plain HTTP is a TLS failure', async (t) => {
  const { url } = await startReceiver(t)
  t.match(await createSender(t).send({ url: url.replace('http:', 'https:'), ...json }), { kind: 'tls-failed' })
})

t.test('plain http to a TLS port is dropped or no HTTP', async (t) => {
  const { url } = await startSecureReceiver(t)
  const { kind } = await createSender(t).send({ url: url.replace('https:', 'http:'), ...json })
  t.ok(['dropped', 'invalid-response'].includes(kind), kind)
})

for (const url of [
  'http://169.254.169.254/latest/',
  'http://2852039166/',
  'https://[::ffff:a9fe:a9fe]/',
  'http://[::]:1/',
]) {
  t.test(`${url} is forbidden without any connection or look-up`, async (t) => {
    t.match(await createSender(t).send({ url, ...json }), {
      kind: 'forbidden-target',
      why: 'never-allowed',
      target: url,
    })
  })
}

t.test('a name that leads to a forbidden address is forbidden', async (t) => {
  const resolve = async () => [
    { address: '127.0.0.1', family: 4 },
    { address: '169.254.169.254', family: 4 },
  ]
  const outcome = await createSender(t, { resolve }).send({ url: 'http://metadata.shop.test/', ...json })
  t.match(outcome, { kind: 'forbidden-target', why: 'never-allowed', address: '169.254.169.254' })
})

t.test('what may go to public addresses only is judged by where a name leads at each attempt', async (t) => {
  const { url, received } = await startReceiver(t)
  const sender = createSender(t, { resolve: async () => [{ address: '127.0.0.1', family: 4 }] })
  const named = url.replace('127.0.0.1', 'localtest.me')
  t.match(await sender.send({ url: named, ...json }), { status: 200 })
  for (const target of [named, url]) {
    t.match(await sender.send({ url: target, ...json, onlyPublic: true }), {
      kind: 'forbidden-target',
      why: 'not-public',
      address: '127.0.0.1',
    })
  }
  t.equal(received.length, 1)
})

t.test('the address that was checked is the one that is called: DNS is asked once', async (t) => {
  const { url, received } = await startReceiver(t)
  const asked: string[] = []
  const resolve = async (host: string) => {
    asked.push(host)
    return [{ address: asked.length === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }]
  }
  const target = url.replace('127.0.0.1', 'rebinding.test')
  t.match(await createSender(t, { resolve }).send({ url: target, ...json }), { kind: 'answered', status: 200 })
  t.same(asked, ['rebinding.test'])
  t.match(received[0]?.headers.host, /^rebinding\.test:/)
})

t.test('every address of a name is tried', async (t) => {
  const { url } = await startReceiver(t)
  const resolve = async () => [
    { address: '127.0.0.2', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ]
  t.match(await createSender(t, { resolve }).send({ url: url.replace('127.0.0.1', 'shop.test'), ...json }), {
    status: 200,
  })
})

t.test('a list restricts further, by name and by address', async (t) => {
  const { url } = await startReceiver(t)
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
  const named = url.replace('127.0.0.1', 'shop.test')
  t.match(await createSender(t, { allow: ['127.0.0.0/8'] }).send({ url, ...json }), { status: 200 })
  t.match(await createSender(t, { allow: ['*.test'], resolve }).send({ url: named, ...json }), { status: 200 })
  const outcome = await createSender(t, { allow: ['10.0.0.0/8', 'other.test'], resolve }).send({ url: named, ...json })
  t.match(outcome, { kind: 'forbidden-target', why: 'not-on-the-list', address: '127.0.0.1' })
})

t.test('a rewrite comes before the guard', async (t) => {
  const { url, received } = await startReceiver(t)
  const { host } = new URL(url)
  const rewrites = [
    { from: 'shop.test', to: host },
    { from: 'localhost', to: '169.254.169.254' },
  ]
  const sender = createSender(t, { rewrites })
  t.match(await sender.send({ url: 'http://shop.test/cb?a=1', ...json }), {
    status: 200,
    target: `http://${host}/cb?a=1`,
  })
  t.match(received, [{ path: '/cb?a=1', headers: { host } }])
  t.match(await sender.send({ url: 'http://localhost/cb', ...json }), { kind: 'forbidden-target' })
})

t.test('a host that hangs is called by four at once, and holds up no other host', async (t) => {
  let connected = 0
  const four = new EventEmitter()
  const dead = await startRawReceiver(t, (socket) => {
    socket.resume()
    connected += 1
    if (connected === 4) four.emit('connected')
  })
  const isFull = once(four, 'connected')
  const alive = await startReceiver(t)
  const sender = createSender(t)
  const order: string[] = []
  const stuck = Array.from({ length: 20 }, async () => {
    const outcome = await sender.send({ url: dead.url, ...json })
    order.push(outcome.kind)
    return outcome
  })
  await isFull
  for (let call = 0; call < 5; call += 1) order.push((await sender.send({ url: alive.url, ...json })).kind)
  t.same(order, Array(5).fill('answered'), 'none of the twenty has ended')
  t.equal(connected, 4)
  await sender.close()
  t.same(await Promise.all(stuck), Array(20).fill({ kind: 'postponed', why: 'stopped' }))
  t.equal(connected, 4, 'those in line were never sent')
})

t.test('what finds no room is postponed', async (t) => {
  const { url } = await startRawReceiver(t, (socket) => socket.resume())
  const sender = createSender(t, { limits: { perHost: 1, waitingPerHost: 1, overall: 10 } })
  let composed = 0
  const send = () =>
    sender.sendComposed(url, () => {
      composed += 1
      return { url, ...json }
    })
  void send()
  void send()
  t.same(await send(), { kind: 'postponed', why: 'busy' })
  t.equal(composed, 1, 'and nothing is composed for it, nor for what is in line')
})

t.test('a sender that is closed postpones everything', async (t) => {
  const { url, received } = await startReceiver(t)
  const sender = createSender(t)
  await sender.close()
  t.same(await sender.send({ url, ...json }), { kind: 'postponed', why: 'stopped' })
  t.same(received, [])
})
