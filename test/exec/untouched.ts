import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import { runCli } from '../support/cli.ts'
import { nodeProgram, programIn } from '../support/interpreters.ts'
import { startUserProxy } from '../support/proxies.ts'
import { selfSigned } from '../support/self-signed.ts'

type Test = Parameters<typeof runCli>[0] & { testdir(): string }
const curl = programIn('curl.sh', 'curl', 'sh')

/** Some host that is not Intram's, and the environment of a user who trusts it. */
async function startShop(t: Test): Promise<{ port: number; env: Record<string, string> }> {
  const server = createServer(selfSigned, (_, response) => response.end('the shop'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const file = join(t.testdir(), 'own.pem')
  writeFileSync(file, selfSigned.cert)
  return { port: (server.address() as AddressInfo).port, env: { NODE_EXTRA_CA_CERTS: file, CURL_CA_BUNDLE: file } }
}

t.test('Node.js reaches other hosts, and trusts whom it trusted', async (t) => {
  const { port, env } = await startShop(t)
  const script = `console.log(await (await fetch('https://127.0.0.1:${port}')).text())`
  const { stdout } = await runCli(t, ['exec', process.execPath, '--input-type=module', '-e', script], env).exit
  t.equal(stdout, 'the shop\n')
})

t.test('clients that ask the proxy for a whole https URL get it', async (t) => {
  const { port, env } = await startShop(t)
  const script = `require('node:http').get(process.env.https_proxy, { path: 'https://localhost:${port}/' }, (answer) =>
    answer.setEncoding('utf8').on('data', console.log))`
  const { stdout } = await runCli(t, ['exec', process.execPath, '-e', script], env).exit
  t.equal(stdout, 'the shop\n')
})

t.test(
  'curl reaches other hosts through the user’s proxy, and trusts whom it trusted',
  { skip: curl.skip },
  async (t) => {
    const { port, env } = await startShop(t)
    const { url, asked } = await startUserProxy(t, port)
    // The proxy leads to the shop by any name; it has a certificate for localhost.
    const command = ['curl', '-sS', '--noproxy', '', 'https://localhost']
    const { stdout } = await runCli(t, ['exec', '--', ...command], { ...env, HTTPS_PROXY: url.href }).exit
    t.equal(stdout, 'the shop')
    t.match(asked, [/^CONNECT localhost:443 Basic /])
  },
)

for (const { name, command, skip } of [nodeProgram('fetch.mjs'), curl]) {
  t.test(`${name} gets no further than the sandbox, whatever NO_PROXY and the user’s proxy`, { skip }, async (t) => {
    const { url, asked } = await startUserProxy(t, 1)
    const env = { HTTPS_PROXY: url.href, http_proxy: url.href, NO_PROXY: '*,webservices.intram.org,.org' }
    const { stdout } = await runCli(t, ['exec', '--', ...command], env).exit
    t.equal(stdout.trim(), 'SUCCESS')
    t.strictSame(asked, [])
  })
}

t.test('programs that outlive the sandbox reach nobody', async (t) => {
  const script = `await fetch('https://webservices.intram.org').catch(({ cause }) => console.log(cause.code))`
  const { stdout } = await runCli(t, ['exec', process.execPath, '-e', 'console.log(process.env.NODE_OPTIONS)']).exit
  const env = { ...process.env, NODE_OPTIONS: stdout.trim() }
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' })
  t.equal(output, 'ECONNREFUSED\n')
})
