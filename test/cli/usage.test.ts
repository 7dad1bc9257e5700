import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import { startFlags } from '../../server/config.ts'
import { environmentName, flagName, readEnvironment } from '../../server/flags.ts'
import { startSandbox } from '../../server/index.ts'
import { run } from '../support/main.ts'

t.test('--help lists every flag with its environment twin', async (t) => {
  const { code, stdout } = await run(['start', '--help'])
  t.equal(code, 0)
  for (const name of Object.keys(startFlags)) {
    t.match(stdout, flagName(name))
    t.match(stdout.replaceAll(/\s+/g, ' '), environmentName(name))
  }
})

for (const help of ['--help', '-h', 'help']) {
  t.test(`${help} without a command lists the commands, and says where the flags of start are`, async (t) => {
    const { code, stdout, stderr } = await run([help])
    t.same([code, stderr], [0, ''])
    const names = ['start', 'verify', 'exam', 'pay', 'fail', 'cancel', 'list', 'exec', 'ca', 'healthcheck', 'help']
    t.match(stdout, /Without a command it starts[\s\S]*intram-sandbox start --help/)
    t.same(
      [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name),
      names,
    )
  })
}

for (const name of ['start', 'pay', 'exec']) {
  t.test(`help ${name} is what ${name} --help says`, async (t) => {
    t.same(await run(['help', name]), await run([name, '--help']))
  })
}

t.test('--version prints the version', async (t) => {
  t.match(await run(['--version']), { code: 0, stdout: /^\d+\.\d+\.\d+\n$/ })
})

for (const [args, message] of [
  [['--prot', '4002'], /unknown option '--prot'[\s\S]*--port/],
  [['strat'], /unknown command or argument 'strat'. See --help/],
  [['help', 'strat'], /unknown command 'strat'. See --help/],
  [['pay'], /missing required argument 'ID'/],
  [['pay', 'abc', 'def'], /unknown command or argument 'def'/],
  [['list', 'abc'], /unknown command or argument 'abc'/],
  [['list', '--status', 'PAID'], /--status must be one of PENDING, SUCCESS, FAIL, CANCELED/],
  [['list', '--limit', '0'], /--limit must be a whole number from 1 to 1000/],
  [['start', 'now'], /unknown command or argument 'now'/],
  [['--expiry', '0s'], /--expiry must be longer than 0s/],
  [['--port'], /argument missing/],
  [['--port', 'abc'], /--port must be a whole number from 0 to 65535/],
  [['--port', '70000'], /--port must be a whole number from 0 to 65535/],
  [['--port', '4.2'], /--port must be a whole number/],
  [['--port=-1'], /--port must be a whole number/],
  [['--public-url', 'pay.test'], /--public-url must be an http\(s\) URL without a path/],
  [['--public-url', 'https://pay.test/path'], /--public-url must be/],
  [['--public-url', 'https://user@pay.test'], /--public-url must be/],
  [['--public-url', 'https://webservices.intram.org:4002'], /--public-url must not be one of Intram's own hosts/],
  [['--public-url', 'http://CDN.Intram.ORG.'], /--public-url must not be one of Intram's own hosts/],
  [['--admin-token', 'short'], /--admin-token must be at least 16 characters of ASCII/],
  [['--admin-token', 'sixteen characters'], /--admin-token must be at least 16 characters of ASCII without spaces/],
  [['--allow-host', 'box.test:4002'], /--allow-host must be host names without a port, separated by commas/],
  [['--allow-host', 'box.test,'], /--allow-host must be host names/],
  [['--tls-name', 'https://pay.test'], /--tls-name must be host names without a port/],
  [['--tls-name', 'pay.test'], /--tls-name names what the certificate is for: say --tls too/],
  [['--tls-name', 'pay.test.'], /--tls-name must be host names/],
  [['--ca-file', 'ca.pem'], /--ca-file is for the certificate behind TLS: say --tls too/],
  [['--merchant-header', 'maybe'], /--merchant-header must be one of required, optional/],
  [['--max-transactions', '0'], /--max-transactions must be a whole number from 1/],
  [['--callback-format', 'xml'], /--callback-format must be one of json, form/],
  [['--callback-schedule', 'slow'], /--callback-schedule must be intram, fast, once, or the wait.*0s,10s,1m/],
  [['--callback-rewrite', 'localhost'], /--callback-rewrite must be pairs such as localhost=host\.docker\.internal/],
  [['--callback-allow', 'http://shop.test'], /--callback-allow must be hosts/],
  [['--log-level', 'loud'], /--log-level must be one of silent, error, warn, info/],
  [['--host', '203.0.113.1', '--port', '0'], /--host 203\.0\.113\.1 is no address of this machine/],
] as const) {
  t.test(`${args.join(' ')} says what is wrong, and the exit code is 2`, async (t) => {
    const { code, stderr, stdout } = await run(args)
    t.equal(code, 2)
    t.match(stderr, /^intram-sandbox: /)
    t.match(stderr, message)
    t.equal(stdout, '')
  })
}

t.test('a wrong variable of the environment is named', async (t) => {
  t.match(await run([], { INTRAM_SANDBOX_MAX_TRANSACTIONS: 'many' }), {
    code: 2,
    stderr: 'intram-sandbox: INTRAM_SANDBOX_MAX_TRANSACTIONS must be a whole number from 1 to 10000000\n',
  })
})

t.test('the command line wins over the environment', async (t) => {
  const { url, close } = await startSandbox()
  t.teardown(close)
  const port = new URL(url).port
  t.equal((await run(['healthcheck', '--port', port], { PORT: '1' })).code, 0)
  t.equal((await run(['healthcheck', '--port', '1'], { PORT: port })).code, 1)
  t.equal((await run(['healthcheck'], { PORT: port })).code, 0)
})

t.test('the environment is read by the same rules as the flags', async (t) => {
  const read = (env: Record<string, string>) => readEnvironment(startFlags, env)
  t.same(read({}), {})
  t.same(read({ INTRAM_SANDBOX_PORT: '' }), {}, 'empty counts as absent')
  t.same(read({ PORT: '8080' }), { port: 8080 })
  t.same(read({ PORT: '8080', INTRAM_SANDBOX_PORT: '9090' }), { port: 9090 }, 'the twin wins')
  t.same(read({ INTRAM_SANDBOX_QUIET: 'yes', INTRAM_SANDBOX_TRUST_PROXY: '0' }), { quiet: true, trustProxy: false })
  t.same(read({ INTRAM_SANDBOX_ALLOW_HOST: 'Box.test, b' }), { allowHost: ['box.test', 'b'] })
  t.same(read({ NO_COLOR: '1' }), { noColor: true })
  t.same(read({ INTRAM_SANDBOX_PUBLIC_URL: 'https://pay.test/' }), { publicUrl: 'https://pay.test' })
  t.throws(() => read({ INTRAM_SANDBOX_QUIET: 'perhaps' }), { message: /INTRAM_SANDBOX_QUIET must be true or false/ })
})

/** A keys file of one merchant, one of whose keys is this. */
function keysFile(secretKey: string): string {
  return JSON.stringify([{ publicKey: 'a', privateKey: 'b', secretKey, merchantKey: 'd' }])
}

for (const [what, content, message] of [
  ['is not there', undefined, /cannot be read \(ENOENT\)/],
  ['is not JSON', '{"secretKey": tsk_5ecret', /is not valid JSON\n$/],
  ['is empty', '[]', /lists no merchant/],
  ['lacks a key', '{"publicKey":"a","privateKey":"b","secretKey":"c"}', /merchant 1 has no merchantKey/],
  [
    'has a key with a space',
    keysFile('tsk_5ecret '),
    /merchant 1: secretKey has spaces around it, which no header has/,
  ],
  ['has a key with a line end', keysFile('\ntsk_5ecret'), /merchant 1: secretKey has spaces around it/],
  ['has a key of spaces', keysFile('  '), /merchant 1: secretKey has spaces around it/],
  ['has a key too long', keysFile('5ecret'.repeat(43)), /merchant 1: secretKey is longer than 256 characters/],
  ['holds something else', '[42]', /merchant 1 has no publicKey, privateKey, secretKey, merchantKey/],
] as const) {
  t.test(`a keys file that ${what} is told in one line, and the exit code is 2`, async (t) => {
    const file = join(t.testdir({}), 'keys.json')
    if (content !== undefined) writeFileSync(file, content)
    const { code, stderr } = await run(['--port', '0', '--keys', file])
    t.equal(code, 2)
    t.match(stderr, message)
    t.notMatch(stderr, /5ecret/)
    t.equal(stderr.trim().split('\n').length, 1)
  })
}

t.test('a taken port is told in one line, and the exit code is 2', async (t) => {
  const server = createServer()
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
  t.teardown(() => new Promise((resolve) => server.close(resolve)))
  const { code, stderr, stdout } = await run([], { PORT: String(port) })
  t.equal(code, 2)
  t.equal(stderr, `intram-sandbox: Port ${port} is taken: stop what listens there, or choose another with --port\n`)
  t.equal(stdout, '')
})
