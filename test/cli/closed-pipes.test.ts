import { readdir } from 'node:fs/promises'
import t from 'tap'
import { runCli } from '../support/cli.ts'
import { closedUrl } from '../support/receiver.ts'

for (const args of [['--help'], ['--version'], ['exam', '--list'], ['start', '--port', '0', '--quiet']]) {
  t.test(`${args.join(' ')} ends quietly when nobody reads what it says`, async (t) => {
    const { child, exit } = runCli(t, args)
    child.stdout.destroy()
    t.match(await exit, { code: 141, stderr: '' })
  })
}

t.test('an exam that nobody reads leaves nothing behind: no application, no file', async (t) => {
  const { port } = new URL(await closedUrl())
  const app = `http://localhost:${port}`
  const TMPDIR = t.testdir()
  const args = ['exam', '--app', app, '--start', `POST ${app}/orders`, '--only', 'empty-body']
  const command = [process.execPath, 'examples/careful-shop/server.mjs']
  const { child, exit } = runCli(t, [...args, '--', ...command], { PORT: port, TMPDIR })
  child.stdout.destroy()
  t.equal((await exit).code, 141)
  await t.rejects(fetch(app))
  t.same(await readdir(TMPDIR), [])
})

t.test('a sandbox whose banner nobody reads serves all the same', async (t) => {
  const { child, until, exit } = runCli(t, ['start', '--port', '0'])
  child.stderr.destroy()
  const [, url] = await until(/"baseUrl":"([^"]+)"/)
  t.equal((await fetch(new URL('/livez', url))).status, 200)
  child.kill('SIGTERM')
  t.equal((await exit).code, 0)
})
