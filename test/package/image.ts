import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'
import { createClient } from '../../client/index.ts'
import { visitPages } from '../support/pages.ts'
import { prepareRecipe, withoutCompose } from './compose-recipe.ts'

// The Docker image as others get it: `npm run test:image` builds it, and runs it as compose.yaml does. Needs a Docker
// engine and the npm registry, so `npm test` leaves it out. Containers share the host's network: not all engines have a
// bridge.

const root = fileURLToPath(new URL('../../', import.meta.url))
const lock = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8'))
const name = `intram-sandbox-test-${process.pid}`
const port = await freePort()
const baseUrl = `http://localhost:${port}/api/v1`
const keys = { publicKey: 'public', privateKey: 'private', secretKey: 'secret', merchantKey: 'merchant' }

// The stages get names too, so that the images which the old builder leaves behind can be removed.
const stages = ['package', 'dependencies']
process.once('exit', () => {
  spawnSync('docker', ['rm', '--force', name])
  spawnSync('docker', ['image', 'rm', name, ...stages.map((stage) => `${name}-${stage}`)])
})
for (const stage of stages) await build('--target', stage, '--tag', `${name}-${stage}`)
await build('--tag', name)

const locked = ['--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges']
const settings = ['--network', 'host', '--env', `INTRAM_SANDBOX_PORT=${port}`]
await docker('run', '--detach', '--name', name, ...settings, ...locked, name)

t.test('becomes healthy by its own probe', async (t) => {
  t.equal(await healthAfter(20_000), 'healthy')
  await t.resolves(docker('exec', name, 'intram-sandbox', 'healthcheck'))
  const wrong = docker('exec', '--env', 'INTRAM_SANDBOX_PORT=1', name, 'intram-sandbox', 'healthcheck')
  await t.rejects(wrong, { code: 1 }, 'the probe says no when nothing answers')
})

t.test('serves the API', async (t) => {
  const client = createClient({ baseUrl, keys })
  const payment = { invoice: { currency: 'XOF', amount: 1000 }, store: { name: 'Test Store' } }
  const { transaction_id } = await client.requestPayment(payment)
  t.equal((await client.confirmTransaction(transaction_id)).status, 'PENDING')
  await client.close()
})

t.test('serves each page', async (t) => {
  t.strictSame(
    (await visitPages(baseUrl)).filter(({ status }) => status !== 200),
    [],
  )
})

t.test('runs other commands', async (t) => {
  t.equal(await docker('run', '--rm', name, '--version'), lock.version)
  const environment = ['PUBLIC_KEY', 'PRIVATE_KEY', 'SECRET', 'MARCHAND_KEY'].flatMap((key) => [
    '--env',
    `INTRAM_${key}=test`,
  ])
  const verified = docker('run', '--rm', '--network', 'host', ...environment, name, 'verify', '--target', baseUrl)
  await t.resolves(verified, 'verify finds its promises kept')
})

t.test('is no more than it must be', async (t) => {
  t.equal(await docker('exec', name, 'id', '--user'), '1000', 'its user is not root')
  const installed = JSON.parse(await docker('exec', name, 'cat', 'node_modules/.package-lock.json'))
  const development = Object.keys(installed.packages).filter((path) => lock.packages[path]?.dev !== undefined)
  t.strictSame(development, [], 'it holds no development dependency')
  const own = ['find', '.', '-path', './node_modules', '-prune', '-o', '-type', 'f', '-print']
  const files = (await docker('exec', name, ...own)).trim().split('\n')
  const sources = files.filter((file) => /^\.\/(client|test|\.git)\/|(?<!\.d)\.ts$/.test(file))
  t.strictSame(sources, [], 'it holds no sources')
  t.ok(files.includes('./dist/server/cli/index.js'), 'and what they were compiled to')
})

t.test('stops on SIGTERM in under a second, as process 1, with exit code 0', async (t) => {
  t.match(await docker('exec', name, 'cat', '/proc/1/cmdline'), /^node\0/)
  const start = performance.now()
  await docker('stop', name)
  const elapsed = performance.now() - start
  t.ok(elapsed < 1000, `in ${Math.round(elapsed)} ms`)
  t.equal(await docker('inspect', '--format', '{{.State.ExitCode}}', name), '0')
})

t.test('a PHP application with Intram’s host in its code, by Compose', { skip: await withoutCompose() }, async (t) => {
  const { up, exec } = await prepareRecipe(t, name)
  await up()

  const started = await fetch('http://localhost:8000/', { redirect: 'manual' })
  const [receiptUrl, id] = /^http:\/\/localhost:4002\/payment\/gate\/(\w+)$/.exec(location(started)) ?? []
  t.ok(receiptUrl, 'sends its customer to the payment page, where a browser on this machine finds it')

  const admin = (path: string, method = 'GET') =>
    fetch(`http://localhost:4002/__admin${path}`, { method, headers: { 'x-marchand-key': 'merchant' } })
  t.equal((await admin(`/transactions/${id}/pay`, 'POST')).status, 200)
  const told = await admin(`/callbacks?transaction=${id}&state=acknowledged&wait=10s`)
  t.match(await told.json(), { items: [{ state: 'acknowledged' }] }, 'confirms what a callback says')
  const shown = await fetch(`http://localhost:8000/return?transaction_id=${id}`)
  t.equal(await shown.text(), 'SUCCESS')

  t.equal(await exec('app', 'ls', '/trust'), 'ca.pem', 'has the certificate of the authority, not its key')
  t.not(await exec('app', 'id', '--user'), '1000', 'and is another user')
  await t.rejects(exec('app', 'rm', '/trust/ca.pem'), 'who cannot change it')
})

function location(answer: Response): string {
  return answer.headers.get('location') ?? ''
}

function build(...options: string[]): Promise<string> {
  return docker('build', '--force-rm', '--network', 'host', ...options, root)
}

async function docker(...command: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('docker', command, { maxBuffer: 16 * 1024 * 1024 })
  return stdout.trim()
}

/** The first health that is not "starting", or that one after all this time. */
async function healthAfter(timeoutMs: number): Promise<string> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const health = await docker('inspect', '--format', '{{.State.Health.Status}}', name)
    if (health !== 'starting' || performance.now() > deadline) return health
    await wait(200)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
