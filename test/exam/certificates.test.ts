import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { runCli } from '../support/cli.ts'
import { run } from '../support/main.ts'
import { startReceiver, startSecureReceiver } from '../support/receiver.ts'
import { selfSigned } from '../support/self-signed.ts'

const { PATH = '' } = process.env

for (const [what, further] of [
  ['who starts payments by hand', () => []],
  ['a request that starts them', (app: string) => ['--start', `POST ${app}/orders`]],
  ['a command', () => ['--', process.execPath, '-e', '0']],
] as const) {
  t.test(`with ${what}, a certificate that nobody trusts is told at once, and what to do`, async (t) => {
    const app = new URL((await startSecureReceiver(t)).url).origin
    const { code, stderr } = await run(['exam', '--app', app, '--port', '0', ...further(app)], { PATH })
    t.equal(code, 2)
    t.match(stderr, `No secure connection to ${app} came about (DEPTH_ZERO_SELF_SIGNED_CERT).`)
    t.match(stderr, /run the exam with NODE_EXTRA_CA_CERTS=FILE.* or give --app an http:\/\/ URL/)
  })
}

t.test('with NODE_EXTRA_CA_CERTS the exam begins', async (t) => {
  const app = new URL((await startSecureReceiver(t)).url).origin
  const file = join(t.testdir({}), 'certificate.pem')
  writeFileSync(file, selfSigned.cert)
  const { until } = runCli(t, ['exam', '--app', app, '--port', '0'], { NODE_EXTRA_CA_CERTS: file })
  t.ok(await until(/Start a payment/))
})

t.test('https where the application speaks plain HTTP is told, too', async (t) => {
  const app = new URL((await startReceiver(t)).url).origin.replace('http:', 'https:')
  const { code, stderr } = await run(['exam', '--app', app, '--port', '0'], { PATH })
  t.equal(code, 2)
  t.match(stderr, /No secure connection .*(EPROTO|ERR_SSL_\w+).* give --app an http:\/\/ URL/)
})
