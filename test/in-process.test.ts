import t from 'tap'
import { startSandbox } from '../server/index.ts'
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

t.test('a taken port is an error that says what to do', async (t) => {
  const { url } = await startTestSandbox(t)
  const port = Number(new URL(url).port)
  await t.rejects(startSandbox({ port }), { name: 'UsageError', message: new RegExp(`Port ${port} is taken`) })
})

t.test('await using closes it, and closing twice is fine', async (t) => {
  const { url } = await (async () => {
    await using sandbox = await startSandbox()
    await sandbox.close()
    return sandbox
  })()
  await t.rejects(fetch(`${url}/livez`))
})
