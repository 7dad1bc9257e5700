import { readFileSync } from 'node:fs'
import t from 'tap'
import { runCli } from '../support/cli.ts'
import { nodeProgram, programIn } from '../support/interpreters.ts'

// Programs of ten lines that have https://webservices.intram.org:4002 in their code, and no idea of a sandbox.
const programs = [
  nodeProgram('fetch.mjs'),
  nodeProgram('undici.mjs'),
  nodeProgram('https.mjs'),
  nodeProgram('http.cjs'),
  programIn('curl.sh', 'curl', 'sh'),
  programIn('php-curl.php', 'PHP with curl'),
  programIn('guzzle.php', 'Guzzle'),
  programIn('py-requests.py', 'Python with requests'),
  programIn('py-httpx.py', 'Python with httpx'),
]

/** What exec must leave alone. */
const ofTheSystem = ['/etc/hosts', '/etc/ssl/certs/ca-certificates.crt']
const states = () => ofTheSystem.map((file) => read(file))

for (const { name, command, skip } of programs) {
  t.test(`exec has ${name} create, pay and confirm in the sandbox`, { skip }, async (t) => {
    const before = states()
    const { code, stdout, stderr } = await runCli(t, ['exec', '--ignore', 'no-callback-url', '--', ...command], {
      TMPDIR: t.testdir(),
    }).exit
    t.strictSame({ code, stdout: stdout.trim(), stderr }, { code: 0, stdout: 'SUCCESS', stderr: '' })
    t.strictSame(states(), before, 'the hosts file and the trusted certificates are as before')
  })
}

t.test('what the command starts is taken over too', { skip: programs[4]?.skip ?? false }, async (t) => {
  const [shell = '', file = ''] = programs[4]?.command ?? []
  const script = `require('node:child_process').execFileSync('${shell}', ['-c', '${shell} ${file}'], { stdio: 'inherit' })`
  const { stdout } = await runCli(t, ['exec', process.execPath, '-e', script]).exit
  t.equal(stdout.trim(), 'SUCCESS')
})

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
