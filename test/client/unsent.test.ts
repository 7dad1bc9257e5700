import { createServer as createHttpServer } from 'node:http'
import { createServer, type Server } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import t from 'tap'
import { createClient } from '../../client/index.ts'
import { startAnswering } from '../support/answering.ts'
import { listenTo } from '../support/listen-to.ts'
import { minimalPayment, startTestSandbox } from '../support/sandbox.ts'
import { selfSigned } from '../support/self-signed.ts'
import { errorOf, keys } from './error-of.ts'

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
