import t from 'tap'
import { runCli } from '../support/cli.ts'
import { freePlace } from '../support/exam.ts'
import { run } from '../support/main.ts'
import { startReceiver } from '../support/receiver.ts'

const node = process.execPath
const { PATH = '' } = process.env

t.test('the sandbox of a command has the port that --port says, and PORT is the command’s', async (t) => {
  const [{ app }, { port }] = [await freePlace(), await freePlace()]
  const script = 'console.error(process.env.INTRAM_BASE_URL, process.env.PORT); process.exit(3)'
  const { exit } = runCli(t, ['exam', '--app', app, '--port', port, '--', node, '-e', script], { PORT: 'web' })
  t.match((await exit).stderr, `http://localhost:${port}/api/v1 web`)
})

t.test('without a command PORT is the sandbox’s, and --port wins', async (t) => {
  const { url } = await startReceiver(t)
  const { port: taken } = new URL(url)
  const { app, port } = await freePlace()
  const args = ['exam', '--app', app, '--start', `POST ${app}/orders`]
  t.match(await run(args, { PORT: taken }), { code: 2, stderr: `Port ${taken} is taken` })
  t.match(await run([...args, '--port', port], { PORT: taken }), {
    code: 2,
    stderr: `INTRAM_BASE_URL=http://localhost:${port}/`,
  })
})

t.test('--hosts takes Intram’s port, and none that --port says', async (t) => {
  const args = ['exam', '--app', 'http://localhost:1', '--hosts', '--port', '5000', '--', node, '-e', '0']
  t.match(await run(args, { PATH }), { code: 2, stderr: '--hosts takes port 4002: leave out --port' })
})

t.test('--hosts is for a command', async (t) => {
  t.match(await run(['exam', '--app', 'http://localhost:1', '--hosts']), {
    code: 2,
    stderr: /--hosts is for a command/,
  })
})
