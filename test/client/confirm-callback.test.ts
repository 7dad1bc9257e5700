import t from 'tap'
import { createClient, IntramError } from '../../client/index.ts'
import { startAnswering } from '../support/answering.ts'
import { minimalPayment, startTestSandbox } from '../support/sandbox.ts'

t.test('a callback is believed as far as its id, however its body comes', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { client } = sandbox
  const { transaction_id: id } = await client.requestPayment(minimalPayment)
  await sandbox.fail(id)
  const lie = { transaction_id: id, status: 'SUCCESS', amount: 1_000_000, error: false }
  for (const body of [
    lie,
    JSON.stringify(lie),
    Buffer.from(JSON.stringify(lie)),
    `transaction_id=${id}&status=SUCCESS`,
    new URLSearchParams({ transaction_id: id, status: 'SUCCESS' }),
  ]) {
    t.match(await client.confirmCallback(body), { transaction_id: id, status: 'FAIL', amount: 1000 })
  }
})

t.test('a callback by the reference is about the same transaction, under its one id', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { transaction_id: id } = await sandbox.client.requestPayment(minimalPayment)
  const [transaction] = await sandbox.transactions()
  const reference = transaction?.reference
  t.match(await sandbox.client.confirmCallback({ transaction_id: reference }), { transaction_id: id })
})

for (const said of [{}, { transaction: null }, { transaction: {} }, { transaction: { _id: '' } }]) {
  t.test(`where Intram says no id, it is the one of the callback: ${JSON.stringify(said)}`, async (t) => {
    const { baseUrl } = await startAnswering(t, (_, response) =>
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ error: false, status: 'SUCCESS', ...said })),
    )
    const keys = { publicKey: 'p', privateKey: 'q', secretKey: 's', merchantKey: 'm' }
    const client = createClient({ baseUrl, keys })
    t.teardown(() => client.close())
    t.match(await client.confirmCallback({ transaction_id: 'abc' }), { transaction_id: 'abc', status: 'SUCCESS' })
  })
}

t.test('an id that this merchant does not have is refused, in the words of the API', async (t) => {
  const { client } = await startTestSandbox(t)
  const error = await client.confirmCallback({ transaction_id: 'f'.repeat(24) }).catch((thrown) => thrown)
  t.ok(error instanceof IntramError)
  t.match(error, { outcome: 'refused', status: 400, message: /Transaction not found/ })
})

for (const body of [
  undefined,
  null,
  '',
  'hello',
  '[]',
  '{"transaction_id":',
  42,
  {},
  [],
  { transaction_id: '' },
  { transaction_id: 12 },
  { transaction_id: ['a'] },
  { transaction_id: '../payments/request' },
  { transaction_id: 'x'.repeat(65) },
  Object.create({ transaction_id: 'inherited' }),
  `{"transaction_id":"abc","pad":"${' '.repeat(300_000)}"}`,
]) {
  t.test(`${String(JSON.stringify(body)).slice(0, 50)} names no transaction: nothing is asked`, async (t) => {
    const sandbox = await startTestSandbox(t)
    const error = await sandbox.client.confirmCallback(body).catch((thrown) => thrown)
    t.match(error, { name: 'IntramError', outcome: 'unsent', message: /names no transaction/ })
  })
}

t.test('without a verdict it says so: the merchant answers no 2xx, and is told again', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { transaction_id: id } = await sandbox.client.requestPayment(minimalPayment)
  await sandbox.close()
  await t.rejects(sandbox.client.confirmCallback({ transaction_id: id }), { name: 'IntramError' })
})
