import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { createSecureContext } from 'node:tls'
import t from 'tap'
import { sharePort } from '../../server/tls/share-port.ts'
import { shakeHands, startSecureServer } from '../support/secure.ts'
import { selfSigned } from '../support/self-signed.ts'

type Test = Parameters<typeof startSecureServer>[0]

/** A client that has connected, and what it has received once it was hung up on. */
function open(port: number): Promise<{ socket: Socket; closed: Promise<string> }> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => resolve({ socket, closed }))
    const closed = new Promise<string>((resolve) => {
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk
      })
      socket.on('error', () => {}).on('close', () => resolve(text))
      socket.on('end', () => socket.end())
    })
  })
}

async function startImpatient(t: Test, patienceMs: number): Promise<number> {
  const server = createServer((_, response) => response.end('served'))
  sharePort(server, { context: async () => createSecureContext(selfSigned), patienceMs })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return (server.address() as { port: number }).port
}

/** The beginning of a TLS record, of which the rest does not come. */
const unfinished = Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01])

for (const [what, bytes] of [
  ['says nothing', undefined],
  ['does not finish its handshake', unfinished],
] as const) {
  t.test(`who ${what} is hung up on`, async (t) => {
    const { socket, closed } = await open(await startImpatient(t, 20))
    if (bytes) socket.write(bytes)
    t.equal(await closed, '')
  })
}

t.test('a request whose first byte comes alone is read whole', async (t) => {
  const { socket, closed } = await open(await startImpatient(t, 15_000))
  socket.setNoDelay()
  await new Promise((resolve) => socket.write('G', resolve))
  await new Promise((resolve) => setImmediate(resolve))
  socket.write('ET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')
  t.match(await closed, /^HTTP\/1\.1 200[\s\S]*served$/)
})

t.test('a request with a body of many packets is read whole', async (t) => {
  const { origin } = await startSecureServer(t)
  const answer = await fetch(`${origin}/api/v1/payments/request`, {
    method: 'POST',
    headers: {
      'x-api-key': 'a',
      'x-private-key': 'b',
      'x-secret-key': 'c',
      'content-type': 'application/json',
      'x-marchand-key': 'd',
    },
    body: JSON.stringify({
      invoice: { currency: 'XOF', amount: 1000, custom_datas: { text: 'x'.repeat(150_000) } },
      store: { name: 'A' },
    }),
  })
  t.equal(answer.status, 200)
})

t.test('who hangs up without a word, or says what is neither, does no harm', async (t) => {
  const port = await startImpatient(t, 15_000)
  const silent = await open(port)
  silent.socket.end()
  t.equal(await silent.closed, '')
  const rude = await open(port)
  rude.socket.write('\x00\x01nonsense')
  t.match(await rude.closed, /^HTTP\/1\.1 400/)
  const broken = await open(port)
  broken.socket.write(Buffer.concat([unfinished, Buffer.alloc(600, 0xff)]))
  await broken.closed
  t.equal(await (await fetch(`http://127.0.0.1:${port}/`)).text(), 'served')
})

t.test('the sandbox stops within a second, whatever its connections do', async (t) => {
  const server = await startSecureServer(t)
  const silent = await open(server.port)
  const shaking = await open(server.port)
  await new Promise((resolve) => shaking.socket.write(unfinished, resolve))
  const idle = await shakeHands(server, 'localhost')
  const slow = await shakeHands(server, 'localhost')
  slow.on('error', () => {})
  slow.write('POST /api/v1/payments/request HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n')
  const gone = [idle, slow].map((socket) => new Promise((resolve) => socket.on('close', resolve).resume()))
  const startedAt = performance.now()
  await server.close()
  t.ok(performance.now() - startedAt < 1000)
  await Promise.all([...gone, silent.closed, shaking.closed])
})

t.test('a request over TLS that is being answered when the sandbox stops is answered', async (t) => {
  const server = await startSecureServer(t)
  const socket = await shakeHands(server, 'localhost')
  const received = socket.setEncoding('utf8').toArray()
  const keys = ['API-KEY: a', 'PRIVATE-KEY: b', 'SECRET-KEY: c', 'MARCHAND-KEY: d']
    .map((key) => `X-${key}\r\n`)
    .join('')
  const body = '{"invoice":{"currency":"XOF","amount":1000},"store":{"name":"A"}}'
  socket.write(
    `POST /api/v1/payments/request HTTP/1.1\r\nHost: localhost\r\n${keys}Content-Type: application/json\r\n` +
      `Prefer: delay=60000\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
  await fetch(`${server.origin}/livez`)
  await fetch(`${server.origin}/livez`)
  await server.close()
  t.match((await received).join(''), /^HTTP\/1\.1 200[\s\S]*"status":"PENDING"/)
})
