import { networkInterfaces } from 'node:os'
import t from 'tap'
import { type RunningSandbox, startSandbox, type Transaction } from '../server/index.ts'
import { startAnswering } from './support/answering.ts'
import { createPayment } from './support/control.ts'
import { minimalPayment, startTestSandbox } from './support/sandbox.ts'

t.test('a hundred sandboxes run in one process, each with transactions of its own', async (t) => {
  const sandboxes = await Promise.all(Array.from({ length: 100 }, () => startSandbox()))
  t.teardown(() => Promise.all(sandboxes.map(({ close }) => close())))
  t.equal(new Set(sandboxes.map(({ url }) => url)).size, 100)
  const created = await Promise.all(sandboxes.map(({ client }) => client.requestPayment(minimalPayment)))
  const confirmed = await Promise.all(
    sandboxes.map(({ client }, n) => client.confirmTransaction(created[n]?.transaction_id ?? '')),
  )
  t.ok(confirmed.every(({ status }) => status === 'PENDING'))
  const foreign = async () => sandboxes[0]?.client.confirmTransaction(created[1]?.transaction_id ?? '')
  await t.rejects(foreign, { name: 'IntramError', message: /400 Transaction not found/ })
})

/** The addresses of this machine, and the usual ones for all of them. */
const addresses = Object.values(networkInterfaces()).flatMap((all = []) => all.filter(({ scopeid }) => !scopeid))
const everywhere = process.platform === 'linux' ? ['127.0.0.2', '0.0.0.0'] : ['0.0.0.0']

for (const host of new Set(['127.0.0.1', 'localhost', ...everywhere, ...addresses.map(({ address }) => address)])) {
  t.test(`listening on ${host}, it is called by an address that answers`, async (t) => {
    const { client, url } = await startTestSandbox(t, { host })
    const isLocalhost = ['127.0.0.1', 'localhost', '0.0.0.0'].includes(host)
    t.equal(new URL(url).hostname, isLocalhost ? 'localhost' : host.includes(':') ? `[${host}]` : host)
    const { receipt_url } = await client.requestPayment(minimalPayment)
    t.equal(new URL(receipt_url).origin, url)
  })
}

for (const [publicUrl, message] of [
  ['https://webservices.intram.org:4002', /^publicUrl must not be one of Intram's own hosts/],
  ['pay.example.test', /^publicUrl must be an http\(s\) URL without a path/],
] as const) {
  t.test(`the public URL ${publicUrl} is refused`, async (t) => {
    await t.rejects(startSandbox({ publicUrl }), { name: 'UsageError', message })
  })
}

t.test('a public URL may end in a slash', async (t) => {
  const { client } = await startTestSandbox(t, { publicUrl: 'https://pay.example.test/' })
  const { receipt_url } = await client.requestPayment(minimalPayment)
  t.match(receipt_url, /^https:\/\/pay\.example\.test\/payment\/gate\/\w+$/)
})

t.test('the customer, the provider and their details are played in process', async (t) => {
  const { client, pay, fail, cancel } = await startTestSandbox(t)
  const create = async () => (await client.requestPayment(minimalPayment)).transaction_id
  const customer = { name: 'Test Customer', phone: '94000000', email: 'customer@example.com' }
  const paid = await create()
  t.match(await pay(paid, { channel: 'MOOV', accountNumber: '94000000', customer }), { status: 'SUCCESS' })
  t.match(await client.confirmTransaction(paid), { source: 'MOOV', account_number: '22994XXXXXX', customer })
  t.match(await fail(await create()), { status: 'FAIL' })
  t.match(await cancel(await create()), { status: 'CANCELED' })
})

t.test('what is settled, or unknown, is refused with a code', async (t) => {
  const { client, pay, fail, cancel } = await startTestSandbox(t)
  const { transaction_id } = await client.requestPayment(minimalPayment)
  await pay(transaction_id)
  const verbs: ((id: string) => Promise<unknown>)[] = [pay, fail, cancel]
  for (const settle of verbs) {
    await t.rejects(settle(transaction_id), {
      code: 'transaction_already_final',
      message: 'This transaction is already final',
    })
    await t.rejects(settle('unknown'), { code: 'transaction_not_found', message: 'Transaction not found' })
  }
})

t.test('a callback is waited for by the id or the reference, before or after it was attempted', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { baseUrl: merchant } = await startAnswering(t, (_, response) => response.end('thanks'))
  const id = await createPayment(sandbox, merchant)
  const [{ reference = '' } = {}] = await sandbox.transactions()
  const waiting = sandbox.waitForCallback(id)
  await sandbox.pay(id)
  const callback = await waiting
  t.match(callback, {
    url: merchant,
    state: 'acknowledged',
    told: { id, status: 'SUCCESS' },
    attempts: [{ number: 1 }],
  })
  t.same(await sandbox.waitForCallback(reference), callback)
})

for (const [what, prepare, message] of [
  ['is pending', async () => {}, /^No callback of transaction [0-9a-f]{24} was attempted within 1 ms: it is PENDING/],
  ['lost its world', async ({ reset }) => reset(), 'Transaction not found'],
] as [string, (sandbox: RunningSandbox) => Promise<void>, RegExp | string][]) {
  t.test(`waiting for the callback of a transaction that ${what} says why none came`, async (t) => {
    const sandbox = await startTestSandbox(t)
    const id = await createPayment(sandbox, 'http://127.0.0.1:9/')
    await prepare(sandbox)
    await t.rejects(sandbox.waitForCallback(id, { timeoutMs: 1 }), { message })
  })
}

t.test('a transaction without a callback URL is not waited for, nor an unknown one', async (t) => {
  const sandbox = await startTestSandbox(t)
  await t.rejects(sandbox.waitForCallback(await createPayment(sandbox)), { message: /has no callback_url/ })
  await t.rejects(sandbox.waitForCallback('unknown'), { code: 'transaction_not_found' })
})

t.test('closing ends the waiting for a callback', async (t) => {
  const sandbox = await startTestSandbox(t)
  const waiting = sandbox.waitForCallback(await createPayment(sandbox, 'http://127.0.0.1:9/'))
  await Promise.all([t.rejects(waiting, { message: /^The sandbox was closed/ }), sandbox.close()])
})

t.test('time passes on command, and what is due happens', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { baseUrl: merchant } = await startAnswering(t, (_, response) => response.end('thanks'))
  const id = await createPayment(sandbox, merchant)
  await sandbox.advance('6m')
  t.match(await sandbox.callbacks(), [{ state: 'acknowledged', told: { id, status: 'FAIL' } }])
  for (const duration of ['5', '5 minutes', '-1s', '']) {
    await t.rejects(sandbox.advance(duration), { message: /must be a duration such as 500ms/ })
  }
})

t.test('transactions and callbacks are listed newest first, and reset forgets them', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { baseUrl: merchant } = await startAnswering(t, (_, response) => response.end('thanks'))
  const ids = [await createPayment(sandbox, merchant), await createPayment(sandbox, merchant)]
  for (const id of ids) await sandbox.pay(id)
  const pending = await createPayment(sandbox)
  await sandbox.advance('0s')
  const idsOf = (transactions: Transaction[]) => transactions.map(({ id }) => id)
  t.same(idsOf(await sandbox.transactions()), [pending, ids[1], ids[0]])
  t.same(idsOf(await sandbox.transactions({ status: 'SUCCESS' })), [ids[1], ids[0]])
  t.equal((await sandbox.callbacks()).length, 2)
  t.match(await sandbox.callbacks({ transactionId: ids[0] ?? '', state: 'acknowledged' }), [{ told: { id: ids[0] } }])
  await sandbox.reset()
  t.same([await sandbox.transactions(), await sandbox.callbacks()], [[], []])
})

t.test('a callback is replayed, with the same id and one attempt more', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { baseUrl: merchant } = await startAnswering(t, (_, response) => response.end('thanks'))
  const id = await createPayment(sandbox, merchant)
  await sandbox.pay(id)
  const { id: delivery } = await sandbox.waitForCallback(id)
  t.match(await sandbox.replay(delivery), { id: delivery, state: 'pending' })
  await sandbox.advance('0s')
  t.match(await sandbox.callbacks(), [{ id: delivery, state: 'acknowledged', attempts: { length: 2 } }])
  await t.rejects(sandbox.replay('unknown'), { code: 'callback_not_found' })
})

t.test('its time is the real one, ahead by what it was advanced', async (t) => {
  const sandbox = await startTestSandbox(t)
  const before = sandbox.now().getTime()
  await sandbox.advance('1d')
  t.ok(sandbox.now().getTime() - before >= 86_400_000)
  await sandbox.reset()
  t.ok(sandbox.now().getTime() - before < 86_400_000)
})

t.test('a failure may have a reason', async (t) => {
  const sandbox = await startTestSandbox(t)
  t.match(await sandbox.fail(await createPayment(sandbox), 'wrong-pin'), { status: 'FAIL', reason: 'wrong-pin' })
})

t.test('expiry and the schedule, the targets and the rewriting of callbacks are options', async (t) => {
  const { baseUrl } = await startAnswering(t, (_, response) => response.writeHead(500).end())
  const sandbox = await startTestSandbox(t, {
    expiry: '30s',
    callbackSchedule: '0s,10s',
    callbackRewrite: 'shop.test=127.0.0.1',
    callbackAllow: ['127.0.0.1', '*.other.test'],
  })
  const id = await createPayment(sandbox, baseUrl.replace('127.0.0.1', 'shop.test').replace('localhost', 'shop.test'))
  await sandbox.advance('1m')
  t.match(await sandbox.callbacks({ transactionId: id }), [
    {
      told: { status: 'FAIL' },
      state: 'given-up',
      attempts: [{ outcome: { status: 500 } }, { outcome: { status: 500 } }],
    },
  ])
})

t.test('what a program without types gets wrong is an error that says what is wanted', async (t) => {
  // As in JavaScript, where nothing checks what is given.
  const start = startSandbox as (options?: object) => Promise<RunningSandbox>
  for (const [options, message] of [
    [{ callbackFormat: 'xml' }, 'callbackFormat must be one of json, form'],
    [{ expiry: '0s' }, /^expiry must be longer than 0s/],
    [{ expiry: 30 }, 'expiry must be a text'],
    [{ port: '4002' }, 'port must be a number'],
    [{ port: -1 }, 'port must be a whole number from 0 to 65535'],
    [{ trustProxy: 'yes' }, 'trustProxy must be true or false'],
    [{ callbackAllow: ['http://shop.test'] }, /^callbackAllow must be hosts/],
    [{ callbackRewrite: 'shop.test' }, /^callbackRewrite must be pairs such as/],
    [{ settle: 'sucess' }, /^settle must be a scenario/],
    [{ ports: [4002] }, 'startSandbox has no option ports'],
    [{ constructor: 1 }, 'startSandbox has no option constructor'],
  ] as const) {
    await t.rejects(start(options), { name: 'UsageError', message }, JSON.stringify(options))
  }
  const untyped = (await startTestSandbox(t)) as unknown as Record<string, (...args: unknown[]) => unknown>
  const call = async (name: string, ...args: unknown[]) => untyped[name]?.(...args)
  for (const [name, args, message] of [
    ['setFaults', ['zz'], 'setFaults: /profile must be one of flaky, slow-api, offline'],
    ['setFaults', [[{ operation: 'nope', status: 500 }]], /\/faults\/0\/operation must be requestPayment or confirm/],
    ['setFaults', [[{}]], /\/faults\/0 must have a status, a fault/],
    ['setFaults', ['flaky', 'x'], 'setFaults: /seed must be a whole number from 0 to 4294967295'],
    ['setFaults', [undefined], /must have either profile or faults/],
    ['setScenario', [5], /must be a scenario/],
    ['advance', [300], /must be a duration such as 500ms/],
    ['advance', [], /must be a duration such as 500ms/],
    ['pay', ['id', { channel: 'X' }], 'must be MTN, MOOV, VISA, MASTERCARD or card'],
    ['pay', ['id', { channel: 5 }], 'must be MTN, MOOV, VISA, MASTERCARD or card'],
    ['pay', ['id', { accountNumber: 123 }], /^must be a mobile number/],
    ['fail', ['id', 'bad luck'], /^must be one of insufficient-funds/],
  ] as const) {
    await t.rejects(call(name, ...args), { message }, `${name} ${JSON.stringify(args)}`)
  }
})

t.test('a taken port is an error that says what to do', async (t) => {
  const { url } = await startTestSandbox(t)
  const port = Number(new URL(url).port)
  await t.rejects(startSandbox({ port }), { name: 'UsageError', message: new RegExp(`Port ${port} is taken`) })
})

t.test('its end as `await using` closes it, and closing twice is fine', async (t) => {
  const sandbox = await startSandbox()
  // Node.js 20 has the method, but not the syntax.
  await sandbox[Symbol.asyncDispose]()
  await sandbox.close()
  await t.rejects(fetch(`${sandbox.url}/livez`))
})
