import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import t from 'tap'
import { runCli } from '../support/cli.ts'

const body = JSON.stringify({ invoice: { currency: 'XOF', amount: 1000 }, store: { name: 'A' } })

/** What the banner offers to paste. */
function readBanner(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]))
}

function keyHeaders(variables: Record<string, string>): Record<string, string> {
  return {
    'x-api-key': variables.INTRAM_PUBLIC_KEY ?? '',
    'x-private-key': variables.INTRAM_PRIVATE_KEY ?? '',
    'x-secret-key': variables.INTRAM_SECRET ?? '',
    'x-marchand-key': variables.INTRAM_MARCHAND_KEY ?? '',
    'content-type': 'application/json',
  }
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  t.test(`start prints what to paste, serves, and ends with 0 at ${signal}`, async (t) => {
    const { until, exit, child, output } = runCli(t, ['--port', '0'])
    await until(/curl[\s\S]*listening|listening[\s\S]*curl[\s\S]*-d/)
    const variables = readBanner(output.stderr)
    t.match(variables, {
      INTRAM_BASE_URL: /^http:\/\/localhost:\d+\/api\/v1$/,
      INTRAM_PUBLIC_KEY: /^[0-9a-f]{64}$/,
      INTRAM_PRIVATE_KEY: /^tpk_[0-9a-f]{64}$/,
      INTRAM_SECRET: /^tsk_[0-9a-f]{64}$/,
      INTRAM_MARCHAND_KEY: /^[0-9a-f]{24}$/,
    })
    const url = `${variables.INTRAM_BASE_URL}/payments/request`
    const answer = await fetch(url, { method: 'POST', headers: keyHeaders(variables), body })
    t.equal(answer.status, 200)
    child.kill(signal)
    const { code, stdout } = await exit
    t.equal(code, 0)
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    t.match(lines, [
      { msg: 'listening', baseUrl: variables.INTRAM_BASE_URL },
      {
        msg: 'request',
        method: 'POST',
        path: '/api/v1/payments/request',
        status: 200,
        ms: Number,
        merchant: /^.{8}…$/,
      },
    ])
    t.equal(lines.length, 2)
  })
}

/** Signals the process to stop as soon as the CLI listens for that: tap does so too, in each process. */
const atOnce = `process.on('newListener', (name, { name: by }) => {
  if (name === 'SIGTERM' && by === 'onSignal') queueMicrotask(() => process.emit(name, name))
})`

t.test('a signal that comes while it starts ends it before it serves, with 0', async (t) => {
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(atOnce)}`
  const { code, stdout, stderr } = await runCli(t, ['--port', '0'], { NODE_OPTIONS }).exit
  t.same([code, stdout, stderr], [0, '', ''])
})

t.test('a request in flight is answered before the end', async (t) => {
  const { until, exit, child } = runCli(t, ['--port', '0'])
  const [, baseUrl] = await until(/INTRAM_BASE_URL=(.*)/)
  const headers = {
    ...keyHeaders({ INTRAM_PUBLIC_KEY: 'a', INTRAM_PRIVATE_KEY: 'b', INTRAM_SECRET: 'c', INTRAM_MARCHAND_KEY: 'd' }),
    prefer: 'delay=60000',
    // Answered once it has arrived.
    expect: '100-continue',
  }
  const sent = request(`${baseUrl}/payments/request`, { method: 'POST', headers })
  sent.flushHeaders()
  await once(sent, 'continue')
  sent.end(body)
  child.kill('SIGTERM')
  const [answer] = await once(sent, 'response')
  t.match(await json(answer), { status: 'PENDING' })
  t.equal((await exit).code, 0)
})

t.test('--keys takes only the keys of the file, and never prints them', async (t) => {
  const keys = {
    publicKey: 'public-5ecret',
    privateKey: 'tpk_5ecret',
    secretKey: 'tsk_5ecret',
    merchantKey: 'm-5ecret-merchant',
  }
  const longest = { publicKey: 'a', privateKey: 'b', secretKey: 'c'.repeat(256), merchantKey: 'd' }
  const withMark = `\ufeff${JSON.stringify([keys, longest])}`
  const file = join(t.testdir({ 'keys.json': withMark }), 'keys.json')
  const { until, exit, child, output } = runCli(t, ['--port', '0', '--keys', file])
  const [, baseUrl] = await until(/INTRAM_BASE_URL=(.*)/)
  const right = keyHeaders({
    INTRAM_PUBLIC_KEY: keys.publicKey,
    INTRAM_PRIVATE_KEY: keys.privateKey,
    INTRAM_SECRET: keys.secretKey,
    INTRAM_MARCHAND_KEY: keys.merchantKey,
  })
  const send = (headers: Record<string, string>, path = '/payments/request') =>
    fetch(`${baseUrl}${path}?secret=${keys.secretKey}`, { method: 'POST', headers, body }).then(({ status }) => status)
  t.equal(await send(right), 200)
  t.equal(await send({ ...right, 'x-secret-key': 'tsk_wrong' }), 401)
  const four = { 'x-api-key': 'a', 'x-private-key': 'b', 'x-secret-key': longest.secretKey, 'x-marchand-key': 'd' }
  t.equal(await send({ ...right, ...four }), 200, 'the longest key is taken')
  t.equal(await send(right, `/transactions/confirm/${keys.secretKey}`), 405)
  child.kill('SIGTERM')
  await exit
  t.notMatch(output.stdout + output.stderr, /(public-|tpk_|tsk_)5ecret|m-5ecret-m/)
  t.match(output.stdout, /"merchant":"m-5ecret\\u2026"/)
})

t.test('--quiet prints the base URL and warnings, such as of listening beyond loopback with any keys', async (t) => {
  const { until, exit, child } = runCli(t, ['--port=0', '--quiet', '--host=0.0.0.0'])
  const [, baseUrl] = await until(/^(http\S+)/m)
  await fetch(`${baseUrl}/nothing`)
  child.kill('SIGTERM')
  const { stdout, stderr } = await exit
  const [url, warning, ...rest] = stdout.split('\n')
  t.match(url, /^http:\/\/localhost:\d+\/api\/v1$/)
  t.match(warning, /"level":"warn".*Listening on 0\.0\.0\.0 with any keys accepted/)
  t.same(rest, [''])
  t.equal(stderr, '')
})
