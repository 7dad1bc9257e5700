import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import t from 'tap'
import { hostsFile, intramApiPort } from '../../server/takeover/own-hosts.ts'
import { runCli } from '../support/cli.ts'
import { programIn } from '../support/interpreters.ts'

const namespaces = spawnSync('unshare', process.getuid?.() === 0 ? ['--mount', 'true'] : ['-Urm', 'true'])
const isTaken = await new Promise<boolean>((resolve) => {
  const socket = connect(intramApiPort, '127.0.0.1')
  socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
  socket.on('connect', () => socket.destroy())
})
const impossible = namespaces.status === 0 ? false : 'user and mount namespaces are not allowed here'
const skip = impossible || (isTaken && `port ${intramApiPort} is taken`)
const php = programIn('php-streams.php', 'PHP')

t.test('the hosts file begins with Intram’s hosts, and keeps what it had', async (t) => {
  t.equal(
    hostsFile('127.0.0.1 localhost\n'),
    '127.0.0.1 webservices.intram.org webservices.intram.cf\n::1 webservices.intram.org webservices.intram.cf\n127.0.0.1 localhost\n',
  )
})

t.test(
  'exec --hosts takes over what ignores proxies, and nobody else sees it',
  { skip: skip || php.skip },
  async (t) => {
    const before = readFileSync('/etc/hosts', 'utf8')
    const { until, exit } = runCli(t, [
      'exec',
      '--hosts',
      'sh',
      '-c',
      `${php.command.join(' ')}; echo; cat /etc/hosts; id -u`,
    ])
    await until(/SUCCESS/)
    t.equal(readFileSync('/etc/hosts', 'utf8'), before, 'while it runs')
    const { code, stdout } = await exit
    t.equal(code, 0)
    t.equal(stdout, `SUCCESS\n${hostsFile(before)}${process.getuid?.()}\n`)
    t.equal(readFileSync('/etc/hosts', 'utf8'), before, 'afterwards')
  },
)

t.test('without --hosts the same program does not get there', { skip: skip || php.skip }, async (t) => {
  // No DNS, no way out: a namespace without a network has neither, so that nobody is called by mistake.
  const { stdout } = await runCli(t, ['exec', '--', 'unshare', '--net', ...php.command]).exit
  t.notMatch(stdout, /SUCCESS/)
})

t.test('signals reach the command under --hosts', { skip }, async (t) => {
  const script = 'process.on("SIGTERM", () => process.exit(3)); setInterval(() => {}, 1e6); console.log("up")'
  const { until, child, exit } = runCli(t, ['exec', '--hosts', process.execPath, '-e', script])
  await until(/up/)
  child.kill('SIGTERM')
  t.equal((await exit).code, 3)
})

t.test('where it is not allowed, --hosts says so, and the exit code is 2', async (t) => {
  // There is no `unshare` in an empty PATH.
  const { code, stderr } = await runCli(t, ['exec', '--hosts', process.execPath, '-e', ''], { PATH: t.testdir() }).exit
  t.equal(code, 2)
  t.match(stderr, process.platform === 'linux' ? /--hosts is not possible here: .*namespaces/ : /--hosts needs Linux/)
})
