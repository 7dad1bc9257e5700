import t from 'tap'
import { createApp } from '../../server/exam/app.ts'
import { cases } from '../../server/exam/cases/index.ts'
import { withApp } from '../../server/exam/with-app.ts'
import { runCli } from '../support/cli.ts'
import { outcomes } from '../support/exam.ts'
import { run } from '../support/main.ts'
import { closedUrl } from '../support/receiver.ts'

const node = process.execPath
const { PATH = '' } = process.env

/** An address that is free, for the application of a test. */
async function freePlace() {
  const { origin, port } = new URL(await closedUrl())
  return { app: origin.replace('127.0.0.1', 'localhost'), port }
}

t.test('the careful shop passes as a command, and all that it has started ends with the exam', async (t) => {
  const { app, port } = await freePlace()
  // A shell, which ends after its child: whoever is orphaned may wait long for somebody to bury it.
  const script = `trap : TERM; ${node} examples/careful-shop/server.mjs >/dev/null; true`
  const args = [
    ...['exam', '--app', app, '--start', `POST ${app}/orders {"amount":1000}`, '--patience', '1ms'],
    ...['--believes', `${app}/orders/{transaction_id}/paid`, '--format', 'json'],
  ]
  const { code, stdout, stderr } = await run([...args, '--', 'sh', '-c', script], { PATH, PORT: port })
  t.equal(code, 0, { stderr })
  t.strictSame(outcomes(JSON.parse(stdout).results), Object.fromEntries(cases.map(({ code }) => [code, 'passed'])))
  await t.rejects(fetch(app), 'the shop, which the shell has started, is gone')
})

t.test('a command that has Intram’s host in its code meets the sandbox, as with exec', async (t) => {
  const { app } = await freePlace()
  const script = "fetch('https://webservices.intram.org:4002/livez').then(({ status }) => process.exit(status - 180))"
  const result = await run(['exam', '--app', app, '--', node, '-e', script], { PATH })
  t.match(result, { code: 2, stderr: /exit code 20/ })
})

const answering = (port: string, andThen = '') =>
  `require('node:http').createServer((_, answer) => answer.end('x', () => { ${andThen} })).listen(${port}, 'localhost')`

for (const [what, script, message] of [
  ['ends at once', () => 'process.exit(3)', /has ended \(exit code 3\) before http:\/\/localhost:\d+ answered/],
  ['ends later', (port) => answering(port, 'process.exit(4)'), /has ended \(exit code 4\) during forged-unknown-id/],
] as [string, (port: string) => string, RegExp][]) {
  t.test(`a command that ${what} makes the exam impossible, and it says so at once`, async (t) => {
    const { app, port } = await freePlace()
    const result = await run(['exam', '--app', app, '--', node, '-e', script(port)], { PATH })
    t.match(result, { code: 2, stderr: message })
  })
}

t.test('a command that does not exist cannot be run', async (t) => {
  const { app } = await freePlace()
  const result = await run(['exam', '--app', app, '--', '/nowhere/command'], { PATH })
  t.match(result, { code: 2, stderr: /`\/nowhere\/command` cannot be run \(ENOENT\)/ })
})

const surroundings = {
  ...{ env: { PATH }, hosts: false, authority: '' },
  ...{ origin: 'http://localhost:1', exampleKeys: undefined },
}

t.test('an application that never answers is waited for, but not for ever', async (t) => {
  const { app: url } = await freePlace()
  const options = { ...surroundings, app: createApp(url), startUpMs: 1 }
  const waiting = withApp([node, '-e', 'setInterval(() => {}, 1e6)'], options, async () => {})
  await t.rejects(waiting, { name: 'UsageError', message: `${url} did not answer within 0.001 s: is it --app?` })
})

t.test('a command that goes on after SIGTERM is killed', async (t) => {
  const { app, port } = await freePlace()
  const stubborn = `process.on('SIGTERM', () => {}); ${answering(port)}`
  const options = { ...surroundings, app: createApp(app), graceMs: 1 }
  const ended = await withApp([node, '-e', stubborn], options, async (appEnded) => ({ appEnded }))
  t.equal(await ended.appEnded, 'The command has ended (SIGKILL)')
})

t.test('a signal ends the command, whose words stay off stdout, and the exam', async (t) => {
  const { app, port } = await freePlace()
  const script = `console.log('up'); ${answering(port)}`
  const { until, child, exit } = runCli(t, ['exam', '--app', app, '--', node, '-e', script])
  await until(/up[\s\S]*Start a payment/)
  child.kill('SIGINT')
  const { code, stdout, stderr } = await exit
  t.equal(code, 2)
  t.equal(stdout, '')
  t.match(stderr, /Stopped by SIGINT during forged-unknown-id/)
  await t.rejects(fetch(app))
})

t.test('--hosts is for a command', async (t) => {
  t.match(await run(['exam', '--app', 'http://localhost:1', '--hosts']), {
    code: 2,
    stderr: /--hosts is for a command/,
  })
})
