import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { runCli } from '../support/cli.ts'
import { run } from '../support/main.ts'

const node = process.execPath

for (const [script, code] of [
  ['process.exit(0)', 0],
  ['process.exit(7)', 7],
  ['process.kill(process.pid, "SIGKILL")', 137],
] as const) {
  t.test(`the exit code of ${script} is ${code}`, async (t) => {
    t.match(await runCli(t, ['exec', '--', node, '-e', script]).exit, { code, stdout: '', stderr: '' })
  })
}

t.test('options after the command are its own', async (t) => {
  const script = 'console.log(process.argv.slice(1).join(" "))'
  const { stdout } = await runCli(t, ['exec', '--expiry', '5m', node, '-e', script, '--', '--port', '-x', '--']).exit
  t.equal(stdout, '--port -x --\n')
})

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR2'] as const) {
  t.test(`${signal} reaches the command, which decides what becomes of it`, async (t) => {
    const script = `process.on('${signal}', () => { console.log('heard'); process.exit(3) }); setInterval(() => {}, 1e6); console.log('up')`
    const { until, child, exit } = runCli(t, ['exec', '--', node, '-e', script])
    await until(/up/)
    child.kill(signal)
    t.match(await exit, { code: 3, stdout: 'up\nheard\n' })
  })
}

t.test('a command that a signal ends gives 128 and its number', async (t) => {
  const { until, child, exit } = runCli(t, ['exec', '--', node, '-e', 'setInterval(() => {}, 1e6); console.log("up")'])
  await until(/up/)
  child.kill('SIGTERM')
  t.match(await exit, { code: 143 })
})

t.test('the sandbox, its proxy and its files end with the command', async (t) => {
  const TMPDIR = t.testdir()
  const script =
    'console.log(process.env.INTRAM_BASE_URL, process.env.https_proxy, process.env.SSL_CERT_FILE); process.stdin.resume()'
  const { until, exit, child } = runCli(t, ['exec', '--', node, '-e', `${script}; setInterval(() => {}, 1e6)`], {
    TMPDIR,
  })
  const [, baseUrl = '', proxy = '', bundle = ''] = await until(/(\S+) (\S+) (\S+)\n/)
  t.equal((await fetch(new URL('/livez', baseUrl))).status, 200)
  t.ok(bundle.startsWith(TMPDIR) && existsSync(bundle))
  child.kill('SIGTERM')
  await exit
  t.strictSame(readdirSync(TMPDIR), [])
  for (const url of [baseUrl, proxy]) await t.rejects(fetch(url), url)
})

t.test('the command gets an address and keys, and keeps the keys that it had', async (t) => {
  const names = ['INTRAM_BASE_URL', 'INTRAM_PUBLIC_KEY', 'INTRAM_PRIVATE_KEY', 'INTRAM_SECRET', 'INTRAM_MARCHAND_KEY']
  const script = `console.log(JSON.stringify(${JSON.stringify(names)}.map((name) => process.env[name])))`
  const { stdout } = await runCli(t, ['exec', node, '-e', script], { INTRAM_MARCHAND_KEY: 'mine', PORT: '1' }).exit
  t.match(JSON.parse(stdout), [/^http:\/\/localhost:\d+\/api\/v1$/, /^[0-9a-f]{64}$/, /^tpk_/, /^tsk_/, 'mine'])
})

t.test('with --keys the command gets the first keys of the file', async (t) => {
  const keys = { publicKey: 'a', privateKey: 'tpk_b', secretKey: 'tsk_c', merchantKey: 'd' }
  const file = join(t.testdir(), 'keys.json')
  writeFileSync(file, JSON.stringify([keys]))
  const script = 'console.log(process.env.INTRAM_PUBLIC_KEY + process.env.INTRAM_MARCHAND_KEY)'
  const { stdout } = await runCli(t, ['exec', '--keys', file, node, '-e', script], { INTRAM_PUBLIC_KEY: 'mine' }).exit
  t.equal(stdout, 'ad\n')
})

for (const [args, message] of [
  [[], /missing required argument 'COMMAND'/],
  [['--', '/nowhere/command'], /`\/nowhere\/command` cannot be run \(ENOENT\)/],
  [['--', '/'], /`\/` cannot be run \(EACCES\)/],
  [['--prot', '1', '--', 'true'], /unknown option '--prot'/],
] as const) {
  t.test(`exec ${args.join(' ')} says what is wrong, and the exit code is 2`, async (t) => {
    t.match(await run(['exec', ...args], { PATH: process.env.PATH ?? '' }), { code: 2, stdout: '', stderr: message })
  })
}
