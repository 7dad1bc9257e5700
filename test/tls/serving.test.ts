import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer as createPlainServer } from 'node:http'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import t from 'tap'
import { dataDirectory } from '../../server/data-directory.ts'
import { openAuthority } from '../../server/tls/authority.ts'
import { createAuthority, issueLeaf } from '../../server/tls/certificates.ts'
import { serveTls } from '../../server/tls/serve-tls.ts'
import { runCli } from '../support/cli.ts'
import { receiptOverTls, shakeHands, startSecureServer } from '../support/secure.ts'

t.test('one port speaks plain HTTP and TLS', async (t) => {
  const server = await startSecureServer(t)
  t.equal((await fetch(`${server.origin}/livez`)).status, 200)
  const socket = await shakeHands(server, 'localhost')
  socket.end('GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  t.match((await socket.setEncoding('utf8').toArray()).join(''), /^HTTP\/1\.1 200 OK/)
  t.equal((await fetch(`${server.origin}/livez`)).status, 200)
})

for (const name of ['webservices.intram.org', 'webservices.intram.cf', 'localhost', 'pay.test']) {
  t.test(`its certificate is good for ${name}, for a week`, async (t) => {
    const socket = await shakeHands(await startSecureServer(t, ['pay.test']), name)
    t.equal(socket.authorized, true)
    const remainingMs = Date.parse(socket.getPeerCertificate().valid_to) - Date.now()
    t.ok(remainingMs > 6 * 86_400_000 && remainingMs <= 7 * 86_400_000)
    socket.destroy()
  })
}

t.test('its certificate is renewed for whoever comes a day later, and not before', async (t) => {
  const authority = await openAuthority({ directory: t.testdir(), furtherNames: [] })
  let now = Date.now() - 2 * 24 * 60 * 60 * 1000
  const server = createPlainServer()
  await serveTls(server, authority, () => now)
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const serial = async () => {
    const socket = await shakeHands({ port, authority }, 'localhost')
    const { serialNumber } = socket.getPeerCertificate()
    socket.destroy()
    return serialNumber
  }
  const first = await serial()
  now += 23 * 60 * 60 * 1000
  t.equal(await serial(), first)
  now += 2 * 60 * 60 * 1000
  t.not(await serial(), first)
})

t.test('its certificate is good for no other name', async (t) => {
  await t.rejects(shakeHands(await startSecureServer(t), 'pay.test'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
})

for (const name of ['api.example.test', 'intram.org', 'app.intram.org']) {
  t.test(`nobody believes the authority when it signs for ${name}`, async (t) => {
    const authority = await openAuthority({ directory: t.testdir(), furtherNames: [] })
    const { certificate, key } = await issueLeaf(authority, [name], new Date())
    const server = createServer({ cert: certificate, key })
    server.on('tlsClientError', () => {})
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
    })
    t.teardown(() => new Promise((resolve) => server.close(resolve)))
    await t.rejects(shakeHands({ port, authority }, name), { message: /permitted subtree violation/ })
    const lenient = { ...authority, ...(await createAuthority([name], new Date())) }
    const allowed = await issueLeaf(lenient, [name], new Date())
    server.setSecureContext({ cert: allowed.certificate, key: allowed.key })
    const socket = await shakeHands({ port, authority: lenient }, name)
    t.equal(socket.authorized, true, 'an authority that may is believed')
    socket.destroy()
  })
}

t.test('receipt_url is https for requests over TLS, and never leads to Intram', async (t) => {
  const server = await startSecureServer(t)
  const { port } = server
  t.match(await receiptOverTls(server, `localhost:${port}`), `https://localhost:${port}/payment/gate/`)
  for (const host of ['webservices.intram.org:4002', 'webservices.intram.cf']) {
    t.match(await receiptOverTls(server, host), new RegExp(`^http://localhost:${port}/payment/gate/`))
  }
})

t.test('start --tls says on its first start that there is a new authority to trust', async (t) => {
  const env = { XDG_DATA_HOME: t.testdir() }
  const starts = async (...args: string[]) => {
    const { until, child, exit } = runCli(t, ['--port', '0', '--tls', ...args], env)
    await until(/"msg":"listening"/)
    child.kill('SIGTERM')
    const { stdout, stderr } = await exit
    t.match(stderr, /trust `intram-sandbox ca`, https:\/\/localhost:\d+\/api\/v1/)
    return /There is a new certificate authority for .*localhost/.test(stdout)
  }
  t.equal(await starts(), true)
  t.equal(await starts(), false)
  t.equal(await starts('--tls-name', 'pay.test'), true, 'other names')
  const { isNew } = await openAuthority({ directory: dataDirectory(env), furtherNames: ['pay.test'] })
  t.equal(isNew, false)
})

t.test('--ca-file has the certificate before the port is open, readable to all, without its key', async (t) => {
  const root = t.testdir({ shared: { 'ca.pem': 'of an earlier start' }, data: {} })
  const file = join(root, 'shared', 'ca.pem')
  const env = { XDG_DATA_HOME: join(root, 'data') }
  const { until, child, exit } = runCli(t, ['--port', '0', '--tls', '--ca-file', file], env)
  await until(/"msg":"listening"/)
  child.kill('SIGTERM')
  await exit
  const { certificate } = await openAuthority({ directory: dataDirectory(env), furtherNames: [] })
  t.equal(readFileSync(file, 'utf8'), certificate)
  t.notMatch(certificate, 'PRIVATE KEY')
  t.equal(statSync(file).mode & 0o777, 0o644)
  t.strictSame(readdirSync(join(root, 'shared')), ['ca.pem'], 'and nothing beside it')
})

t.test('a --ca-file that cannot be written keeps the sandbox from starting', async (t) => {
  const file = join(t.testdir(), 'missing', 'ca.pem')
  const { exit } = runCli(t, ['--port', '0', '--tls', '--ca-file', file], { XDG_DATA_HOME: t.testdir() })
  const { code, stderr } = await exit
  t.equal(code, 2)
  t.match(stderr, `--ca-file ${file} cannot be written (ENOENT)`)
})
