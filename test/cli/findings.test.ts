import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { createClient } from '../../client/index.ts'
import { runCli } from '../support/cli.ts'
import { run } from '../support/main.ts'
import { minimalPayment } from '../support/sandbox.ts'

const keys = { publicKey: 'p', privateKey: 'q', secretKey: 's', merchantKey: 'merchant-key-0123456789' }

/** Starts a sandbox, requests a payment without a callback_url, and stops it. */
async function serve(t: Parameters<typeof runCli>[0], args: string[], forget = async (_admin: string) => {}) {
  const { child, until, exit } = runCli(t, ['--port', '0', '--log-level', 'silent', ...args])
  const [, baseUrl = ''] = await until(/INTRAM_BASE_URL=(\S+)/)
  const client = createClient({ baseUrl, keys })
  await client.requestPayment(minimalPayment)
  await client.close()
  await forget(baseUrl.replace('/api/v1', '/__admin'))
  child.kill('SIGTERM')
  return exit
}

for (const [args, code] of [
  [[], 0],
  [['--fail-on-findings'], 1],
  [['--fail-on-findings=warning'], 1],
  [['--fail-on-findings=error'], 0],
  [['--fail-on-findings', '--ignore', 'no-callback-url'], 0],
] as const) {
  t.test(`${args.join(' ') || 'without flags'}: it ends with ${code}, and says what it found`, async (t) => {
    const ended = await serve(t, [...args])
    t.equal(ended.code, code, ended.stderr)
    t.equal(ended.stderr.includes('no-callback-url'), !args.join().includes('--ignore'))
    t.notMatch(ended.stderr, keys.merchantKey)
  })
}

for (const [method, path] of [
  ['POST', '/reset'],
  ['DELETE', '/requests'],
] as const) {
  t.test(`a ${method} of ${path} makes --fail-on-findings forget nothing`, async (t) => {
    const { code, stderr } = await serve(t, ['--fail-on-findings'], async (admin) => {
      await fetch(admin + path, { method, headers: { 'x-marchand-key': keys.merchantKey } })
    })
    t.equal(code, 1, stderr)
    t.match(stderr, 'no-callback-url')
  })
}

t.test('--report writes them into a file', async (t) => {
  const file = join(t.testdir(), 'findings.sarif')
  t.equal((await serve(t, ['--report', file])).code, 0)
  t.match(JSON.parse(readFileSync(file, 'utf8')).runs[0].results, [{ ruleId: 'no-callback-url' }])
})

t.test('a report that cannot be written is a mistake that says so', async (t) => {
  const ended = await serve(t, ['--report', join(t.testdir(), 'nowhere', 'findings.md')])
  t.equal(ended.code, 2)
  t.match(ended.stderr, /--report: .* cannot be written \(ENOENT\)/)
})

for (const [args, message] of [
  [['--ignore', 'oops'], /--ignore has no finding oops: there are blind-trust/],
  [['--report', 'findings.txt'], /--report must end with \.xml/],
  [['--fail-on-findings=bad'], /--fail-on-findings must be one of note, warning, error/],
] as const) {
  t.test(`${args.join(' ')} cannot run`, async (t) => {
    const { code, stderr } = await run(args)
    t.equal(code, 2)
    t.match(stderr, message)
  })
}
