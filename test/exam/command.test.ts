import t from 'tap'
import { createApp } from '../../server/exam/app.ts'
import { cases } from '../../server/exam/cases/index.ts'
import { withApp } from '../../server/exam/with-app.ts'
import { runCli } from '../support/cli.ts'
import { freePlace, outcomes } from '../support/exam.ts'
import { run } from '../support/main.ts'
import { startReceiver } from '../support/receiver.ts'

const node = process.execPath
const { PATH = '' } = process.env

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

t.test('a command that ends before it has answered makes the exam impossible, and it says so at once', async (t) => {
  const { app } = await freePlace()
  const result = await run(['exam', '--app', app, '--', node, '-e', 'process.exit(3)'], { PATH })
  t.match(result, { code: 2, stderr: /has ended \(exit code 3\) before http:\/\/localhost:\d+ answered/ })
})

t.test('where something answers already the command is not run: it could not have the port', async (t) => {
  const { url } = await startReceiver(t)
  const { code, stderr } = await run(['exam', '--app', url, '--', node, '-e', 'console.error("up")'], { PATH })
  t.equal(code, 2)
  t.match(stderr, /answers before the command is run/)
})

/** A shop that starts payments, believes nothing, and does with an empty callback what the test says. */
const shop = (port: string, onEmpty: string) => `
  const headers = Object.fromEntries(['API', 'PRIVATE', 'SECRET', 'MARCHAND'].map((name) => ['X-' + name + '-KEY', name]))
  headers['content-type'] = 'application/json'
  const actions = { callback_url: 'http://localhost:${port}/callback' }
  const body = JSON.stringify({ invoice: { amount: 500, currency: 'XOF' }, store: { name: 'Shop' }, actions })
  require('node:http').createServer(async (request, answer) => {
    if (request.url === '/callback' && request.headers['content-length'] === '0') { ${onEmpty} }
    else if (request.url !== '/orders') answer.end('false')
    else {
      const { status } = await fetch(process.env.INTRAM_BASE_URL + '/payments/request', { method: 'POST', headers, body })
      answer.writeHead(status).end()
    }
  }).listen(${port}, 'localhost')`

for (const [what, onEmpty, wrap, why] of [
  ['ends without an answer', 'process.exit(3)', '', 'the command has ended (exit code 3)'],
  ['answers, and ends', "answer.end('', () => process.exit())", '', 'the command has ended (exit code 0)'],
  ['is killed', "process.kill(process.pid, 'SIGKILL')", '', 'the command has ended (SIGKILL)'],
  ['ends, and the command goes on', 'process.exit(3)', '; exec sleep 60', 'the application answers no more'],
] as const) {
  t.test(`a case in which the application ${what} has failed, and there is no more to see`, async (t) => {
    const { app, port } = await freePlace()
    const args = [
      ...['exam', '--app', app, '--start', `POST ${app}/orders`, '--format', 'json'],
      ...['--only', 'forged-unknown-id,empty-body,callback-twice,late-after-cancel'],
      ...['--patience', wrap === '' ? '1s' : '1ms'],
    ]
    const line = wrap === '' ? [node, '-e'] : ['sh', '-c', `"$0" -e "$1"${wrap}`, node]
    const { code, stdout, stderr } = await run([...args, '--', ...line, shop(port, onEmpty)], { PATH })
    t.equal(code, 1, { stderr })
    const rest = {
      outcome: 'not-observable',
      why: { en: 'the application has ended before, in empty-body' },
      transcript: [],
    }
    t.match(JSON.parse(stdout).results, [
      { code: 'forged-unknown-id', outcome: 'not-observable' },
      { code: 'empty-body', outcome: 'failed', why: { en: why } },
      { code: 'callback-twice', ...rest },
      { code: 'late-after-cancel', ...rest },
    ])
  })
}

t.test('a command that ends before its application makes the exam impossible', async (t) => {
  const { app, port } = await freePlace()
  const command = ['sh', '-c', '"$0" -e "$1"; true', node, shop(port, "process.kill(process.ppid, 'SIGKILL')")]
  const args = ['exam', '--app', app, '--start', `POST ${app}/orders`, '--only', 'empty-body']
  const result = await run([...args, '--', ...command], { PATH })
  t.match(result, { code: 2, stderr: `The command has ended (SIGKILL), but ${app} still answers` })
  await t.rejects(fetch(app))
})

t.test('what asks an application that ends what it believes does not end the exam', async (t) => {
  const { app, port } = await freePlace()
  const args = [
    ...['exam', '--app', app, '--start', `POST ${app}/orders`, '--believes', `${app}/{transaction_id}`],
    ...['--only', 'empty-body,late-after-cancel', '--format', 'junit'],
  ]
  const script = shop(port, "answer.end('', () => process.exit(1))")
  const { code, stdout, stderr } = await run([...args, '--', node, '-e', script], { PATH })
  t.equal(code, 1, { stderr })
  t.match(stdout, /tests="2" failures="1"[\s\S]*skipped/)
})

t.test('a command that does not exist cannot be run', async (t) => {
  const { app } = await freePlace()
  const result = await run(['exam', '--app', app, '--', '/nowhere/command'], { PATH })
  t.match(result, { code: 2, stderr: /`\/nowhere\/command` cannot be run \(ENOENT\)/ })
  const variable = await run(['exam', '--app', app, '--', 'INTRAM_SECRET=tsk_1\n2', 'npm', 'start'], { PATH })
  t.match(variable, { code: 2, stderr: /`INTRAM_SECRET=…` cannot be run \(ENOENT\)/ })
})

t.test('keys that the application has and tells are in no report and no error', async (t) => {
  const { app, port } = await freePlace()
  const keys = { INTRAM_PRIVATE_KEY: 'tpk_of-a-merchant', INTRAM_SECRET: 'tsk_of-a-merchant' }
  const tells = "answer.writeHead(500).end('\x1b[2J' + JSON.stringify(process.env).match(/[a-z]+_of-a-merchant/g))"
  const start = ['exam', '--app', app, '--start']
  const command = ['--', node, '-e', shop(port, tells)]
  const told = [`POST ${app}/orders`, '--only', 'empty-body', '--format', 'json']
  const report = await run([...start, ...told, ...command], { PATH, ...keys })
  t.equal(report.code, 1, report)
  t.match(JSON.parse(report.stdout).results[0].transcript[1].received, '…,…')

  const error = await run([...start, `POST ${app}/callback`, ...command], { PATH, ...keys })
  t.match(error, { code: 2, stderr: 'answered 500 ?[2J…,…' })

  const asks = 'echo $0 tsk_of-a-merchant >&2; exit 3; {transaction_id}'
  const asked = await run([...start, `POST ${app}/orders`, '--believes-command', asks, ...command], { PATH, ...keys })
  t.match(asked, { code: 2, stderr: '--believes-command failed (3): sh …' })
  t.notMatch(JSON.stringify({ report, error, asked }), 'of-a-merchant')
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
  t.same(await ended.appEnded, { how: 'SIGKILL', stoppedBy: undefined })
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
  t.match(stderr, /Stopped by SIGINT during true-callback/)
  await t.rejects(fetch(app))
})
