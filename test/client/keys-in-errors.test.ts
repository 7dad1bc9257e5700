import { createServer, type Socket } from 'node:net'
import { inspect } from 'node:util'
import t from 'tap'
import { createClient, IntramError, type Transport } from '../../client/index.ts'
import { hider } from '../../client/judge.ts'
import { startAnswering } from '../support/answering.ts'
import { listenTo } from '../support/listen-to.ts'
import { minimalPayment } from '../support/sandbox.ts'
import { errorOf, keys } from './error-of.ts'

/** What a server at the other end does with the socket and with the bytes that it was sent. */
const servers: Record<string, (socket: Socket, sent: Buffer) => void> = {
  'repeats what it is sent': (socket, sent) => socket.write(sent),
  'repeats it after a line of HTTP': (socket, sent) => socket.write(`HTTP/1.1 200 OK\r\n${sent}`),
  'repeats it as a length': (socket, sent) => socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${sent}`),
  'repeats it, and hangs up': (socket, sent) => socket.end(sent),
  'repeats it in a body that is cut off': (socket, sent) =>
    socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n${sent}`),
  'repeats it in a chunk that is none': (socket, sent) =>
    socket.end(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${sent}`),
  'says more than a header may hold': (socket, sent) =>
    socket.end(`HTTP/1.1 200 OK\r\nx-told: ${sent.toString('hex').slice(0, 100)}${'5ecret'.repeat(9_000)}\r\n\r\n`),
  'hangs up': (socket) => socket.destroy(),
  'never answers': () => {},
}

for (const [what, answer] of Object.entries(servers)) {
  t.test(`no key is in the error when the server ${what}`, async (t) => {
    const server = createServer((socket) => {
      socket.on('error', () => {}).on('data', (sent) => answer(socket, sent))
    })
    const client = createClient({ baseUrl: `http://127.0.0.1:${await listenTo(t, server)}`, keys, timeoutMs: 500 })
    t.teardown(() => client.close())
    expectNoKey(t, await client.requestPayment(minimalPayment).catch((error: unknown) => error))
  })
}

for (const baseUrl of ['http://127.0.0.1:1', 'https://127.0.0.1:1', 'http://[::1]:1']) {
  t.test(`no key is in the error when nobody listens at ${baseUrl}`, async (t) => {
    const client = createClient({ baseUrl, keys })
    expectNoKey(t, await client.requestPayment(minimalPayment).catch((error: unknown) => error))
  })
}

for (const [what, thrown] of [
  ['an error with the request', (request: object) => Object.assign(new Error('lost'), { request })],
  [
    'an error that quotes the request, with causes',
    (request: object) =>
      new TypeError(JSON.stringify(request), { cause: Object.assign(new Error(inspect(request)), { request }) }),
  ],
  ['an error that is its own cause', (request: object) => withCause(Object.assign(new Error('lost'), { request }))],
  ['the request itself', (request: object) => request],
  ['a text', (request: object) => JSON.stringify(request)],
] as const) {
  t.test(`no key is in the error when a transport of one's own throws ${what}`, async (t) => {
    const transport: Transport = {
      async send(request) {
        throw thrown(request)
      },
      close: async () => {},
    }
    const client = createClient({ baseUrl: 'http://localhost', keys, transport })
    expectNoKey(t, await client.requestPayment(minimalPayment).catch((error: unknown) => error))
  })
}

t.test('the cause still says what it was', async (t) => {
  const client = createClient({ baseUrl: 'http://127.0.0.1:1', keys })
  const error: unknown = await client.requestPayment(minimalPayment).catch((error: unknown) => error)
  t.match(error, { cause: { name: 'Error', message: 'connect ECONNREFUSED 127.0.0.1:1', code: 'ECONNREFUSED' } })
})

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

t.test('a key is hidden as it is and as it stands in a URL, a short one only where it stands alone', async (t) => {
  const hide = hider({ publicKey: 'any', privateKey: 'tpk_a/b+c=d', secretKey: 'a', merchantKey: 'm.(x' })
  t.equal(hide('the key any of anybody: a path, m.(x, mx'), 'the key … of anybody: … path, …, mx')
  t.equal(hide('?key=tpk_a%2Fb%2Bc%3Dd&x=tpk_a/b+c=d'), '?key=…&x=…')
})

function withCause(error: Error): Error {
  error.cause = error
  return error
}

function expectNoKey(t: { notMatch: Tap }, error: unknown): void {
  if (!(error instanceof IntramError)) throw error
  const texts = [
    inspect(error, { depth: null, showHidden: true }),
    inspect(error.cause, { depth: null, showHidden: true }),
    JSON.stringify(error),
    JSON.stringify({ ...error, cause: error.cause }),
    `${error.message} ${error.stack}`,
  ]
  for (const text of texts) t.notMatch(text, /5ecret/)
}
type Tap = (found: unknown, pattern: RegExp) => unknown
