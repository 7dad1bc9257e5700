import t from 'tap'
import { transactionTable } from '../../server/cli/control/transaction-table.ts'
import { startAnswering } from '../support/answering.ts'
import { createPayment } from '../support/control.ts'
import { run } from '../support/main.ts'
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts'

const adminToken = 'a-token-5ecret-5ecret'

/** What the banner offers to paste. */
function environmentOf({ baseUrl, credentials }: TestSandbox): Record<string, string> {
  return {
    INTRAM_BASE_URL: baseUrl,
    INTRAM_PUBLIC_KEY: credentials.publicKey,
    INTRAM_PRIVATE_KEY: credentials.privateKey,
    INTRAM_SECRET: credentials.secretKey,
    INTRAM_MARCHAND_KEY: credentials.merchantKey,
  }
}

for (const [verb, status, sentence] of [
  ['pay', 'SUCCESS', 'SUCCESS: 1000 XOF and 50 XOF of fees, by MTN 61000000'],
  ['fail', 'FAIL', 'FAIL: 1000 XOF'],
  ['cancel', 'CANCELED', 'CANCELED: 1000 XOF'],
] as const) {
  t.test(`${verb} settles a transaction and says so; twice is refused with exit code 1`, async (t) => {
    const sandbox = await startTestSandbox(t)
    const env = environmentOf(sandbox)
    const id = await createPayment(sandbox)
    t.same(await run([verb, id], env), { code: 0, stdout: `${id} is ${sentence}\n`, stderr: '' })
    t.match(await sandbox.client.confirmTransaction(id), { status })
    t.same(await run([verb, id], env), {
      code: 1,
      stdout: '',
      stderr: 'intram-sandbox: This transaction is already final\n',
    })
    const json = await run([verb, await createPayment(sandbox), '--json'], env)
    t.match(JSON.parse(json.stdout), { status, amount: 1000 })
  })
}

t.test('pay takes a channel and a number', async (t) => {
  const sandbox = await startTestSandbox(t)
  const id = await createPayment(sandbox)
  const { stdout } = await run(['pay', id, '--channel', 'MOOV', '--account-number=94000000'], environmentOf(sandbox))
  t.match(stdout, 'by MOOV 94000000')
})

t.test('what is no channel is an error that says which there are', async (t) => {
  const sandbox = await startTestSandbox(t)
  const id = await createPayment(sandbox)
  const { code, stderr } = await run(['pay', id, '--channel', 'X'], environmentOf(sandbox))
  t.equal(code, 2)
  t.match(stderr, '/channel must be MTN, MOOV, VISA, MASTERCARD or card')
})

t.test('fail takes a reason', async (t) => {
  const sandbox = await startTestSandbox(t)
  const id = await createPayment(sandbox)
  t.match(await run(['fail', id, '--reason', 'wrong-pin'], environmentOf(sandbox)), { code: 0 })
  t.match(await sandbox.transactions(), [{ id, status: 'FAIL', reason: 'wrong-pin' }])
  t.match(await run(['fail', id, '--reason', 'x'], environmentOf(sandbox)), { code: 2, stderr: /must be one of/ })
})

t.test('an unknown transaction is refused with exit code 1, and what to do', async (t) => {
  const env = environmentOf(await startTestSandbox(t))
  for (const id of ['unknown', '../reset', '?merchant=another', '__proto__']) {
    t.match(await run(['pay', id], env), {
      code: 1,
      stdout: '',
      stderr: /Transaction not found: `intram-sandbox list`/,
    })
  }
})

t.test('list shows the transactions of the merchant as a table, newest first', async (t) => {
  const sandbox = await startTestSandbox(t)
  const env = environmentOf(sandbox)
  t.same(await run(['list'], env), { code: 0, stdout: 'No transactions of this merchant key.\n', stderr: '' })
  const ids = [await createPayment(sandbox), await createPayment(sandbox)]
  await sandbox.cancel(ids[0] ?? '')
  await sandbox.advance('2m')
  const { stdout } = await run(['list'], env)
  t.equal(
    stdout,
    'ID                        STATUS      AMOUNT  STORE       AGE\n' +
      `${ids[1]}  PENDING   1000 XOF  Test Store  2 min\n` +
      `${ids[0]}  CANCELED  1000 XOF  Test Store  2 min\n`,
  )
  t.match((await run(['list', '--status', 'CANCELED'], env)).stdout, new RegExp(`AGE\n${ids[0]}.*\n$`))
  t.match(
    (await run(['list', '--limit', '1'], env)).stdout,
    new RegExp(`${ids[1]}.*\n… and older ones: see --limit\n$`),
  )
  t.match(JSON.parse((await run(['list', '--json'], env)).stdout), {
    items: [{ id: ids[1] }, { id: ids[0] }],
    next: null,
  })
})

t.test('a store’s name cannot rewrite the terminal, and ages are short', async (t) => {
  const now = new Date('2026-01-02T00:00:00Z')
  const row = (store: string, seconds: number) =>
    ({ id: 'a', status: 'PENDING', amount: 1, store, created_at: new Date(now.getTime() - seconds * 1000) }) as never
  const ages = [-5, 59, 60, 3599, 3600, 86_399, 86_400, 8_640_000]
  const table = transactionTable(
    ages.map((seconds) => row('\u001b[31mBoutique é\u2028\u009b\n', seconds)),
    now,
  )
  t.equal(table.split('\n').length, ages.length + 2)
  t.notMatch(table, /[^\P{C}\n]|\u2028/u)
  t.match(table, /Boutique é/)
  t.same(
    [...table.matchAll(/\d+ (?:s|min|h|d)$/gm)].map(([age]) => age),
    ['0 s', '59 s', '1 min', '59 min', '1 h', '23 h', '1 d', '100 d'],
  )
  t.match(transactionTable([row('x'.repeat(50), 0)], now), / {2}x{31}… {2}0 s\n$/)
})

t.test('the sandbox is where the flags say, else INTRAM_BASE_URL, else the port of the environment', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { port } = new URL(sandbox.url)
  const { INTRAM_MARCHAND_KEY = '' } = environmentOf(sandbox)
  const elsewhere = { INTRAM_MARCHAND_KEY, INTRAM_BASE_URL: 'http://127.0.0.1:1/api/v1' }
  t.equal((await run(['list', '--port', port], elsewhere)).code, 0)
  t.equal((await run(['list', '--port', port, '--host', '0.0.0.0'], elsewhere)).code, 0)
  t.equal((await run(['list'], { INTRAM_MARCHAND_KEY, PORT: port })).code, 0)
  t.equal((await run(['list'], { ...elsewhere, PORT: port })).code, 2)
  t.equal((await run(['list'], { INTRAM_MARCHAND_KEY, INTRAM_BASE_URL: `${sandbox.baseUrl}/`, PORT: '1' })).code, 0)
})

t.test('--merchant names another world', async (t) => {
  const sandbox = await startTestSandbox(t)
  await createPayment(sandbox)
  const { stdout } = await run(['list', '--merchant', 'another'], environmentOf(sandbox))
  t.match(stdout, 'No transactions')
})

t.test('a sandbox with an admin token is controlled with it', async (t) => {
  const sandbox = await startTestSandbox(t, { adminToken })
  const env = environmentOf(sandbox)
  t.equal((await run(['list', '--admin-token', adminToken], env)).code, 0)
  t.equal((await run(['list'], { ...env, INTRAM_SANDBOX_ADMIN_TOKEN: adminToken })).code, 0)
  for (const args of [['list'], ['list', '--admin-token', 'another-token-5ecret']]) {
    const { code, stderr } = await run(args, env)
    t.equal(code, 2)
    t.match(stderr, /The control API wants the token of --admin-token/)
    t.notMatch(stderr, /5ecret/)
  }
})

t.test('a sandbox with listed keys is controlled with those of the environment', async (t) => {
  const keys = { publicKey: 'p', privateKey: 'tpk_5ecret', secretKey: 'tsk_5ecret', merchantKey: 'm' }
  const sandbox = await startTestSandbox(t, { keys: [keys] })
  const { INTRAM_SECRET, ...incomplete } = environmentOf(sandbox)
  t.equal((await run(['list'], { ...incomplete, INTRAM_SECRET: keys.secretKey })).code, 0)
  const { code, stderr } = await run(['list'], incomplete)
  t.equal(code, 2)
  t.match(stderr, /the four keys of a merchant that --keys lists/)
})

for (const [what, env, message] of [
  [
    'no merchant',
    { INTRAM_BASE_URL: 'http://localhost:1/api/v1' },
    /^intram-sandbox: Whose transactions\? Set INTRAM_MARCHAND/,
  ],
  [
    'nothing that listens',
    { INTRAM_BASE_URL: 'http://localhost:1/api/v1' },
    /No sandbox answers at http:\/\/localhost:1: start one/,
  ],
  [
    'the real Intram',
    { INTRAM_BASE_URL: 'https://webservices.intram.org:4002/api/v1' },
    /is the real Intram, where no command pays/,
  ],
  ['an address that is none', { INTRAM_BASE_URL: 'localhost' }, /is no address/],
  [
    'plain http over the internet',
    { INTRAM_BASE_URL: 'http://sandbox.example.com/api/v1' },
    /Plain http would show the keys/,
  ],
] as [string, Record<string, string>, RegExp][]) {
  t.test(`with ${what} a command says what to do, and the exit code is 2`, async (t) => {
    const merchant = what === 'no merchant' ? [] : ['--merchant', 'm-5ecret']
    const { code, stdout, stderr } = await run(['pay', 'abc', ...merchant], env)
    t.equal(code, 2)
    t.equal(stdout, '')
    t.match(stderr, message)
    t.notMatch(stderr, /5ecret/)
    t.equal(stderr.trim().split('\n').length, 1)
  })
}

t.test('another kind of server is told apart, and gets no redirected keys', async (t) => {
  const { baseUrl } = await startAnswering(t, (_, response) => response.end('<h1>It works!</h1>'))
  const env = { INTRAM_MARCHAND_KEY: 'm', INTRAM_BASE_URL: baseUrl }
  t.match(await run(['list'], env), { code: 2, stderr: /is no sandbox with a control API/ })
  const thief = await startAnswering(t, (_, response) => response.end('{}'))
  const redirecting = await startAnswering(t, (_, response) => {
    response.writeHead(302, { location: thief.baseUrl }).end()
  })
  t.match(await run(['list'], { ...env, INTRAM_BASE_URL: redirecting.baseUrl }), { code: 2 })
  t.same(thief.calls, [])
})
