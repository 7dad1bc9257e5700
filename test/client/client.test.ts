import t from 'tap'
import { createClient } from '../../client/index.ts'
import { startAnswering } from '../support/answering.ts'
import { minimalPayment, startTestSandbox } from '../support/sandbox.ts'
import { errorOf, id, keys } from './error-of.ts'

t.test('a payment from request to SUCCESS', async (t) => {
  const { client, pay } = await startTestSandbox(t)
  const created = await client.requestPayment(minimalPayment)
  t.equal(created.status, 'PENDING')
  t.equal((await client.confirmTransaction(created.transaction_id)).status, 'PENDING')
  await pay(created.transaction_id)
  t.equal((await client.confirmTransaction(created.transaction_id)).status, 'SUCCESS')
})

t.test('a POST is never sent again, whatever happens', async (t) => {
  const { baseUrl, calls } = await startAnswering(t, ({ socket }) => socket.destroy())
  const client = createClient({ baseUrl, keys, retries: 5 })
  t.teardown(() => client.close())
  t.match(await errorOf(client.requestPayment(minimalPayment)), { outcome: 'uncertain', status: undefined })
  t.equal(calls.length, 1)
})

t.test('a GET is tried again after a dropped connection and a 5xx, not after a refusal', async (t) => {
  let count = 0
  const { baseUrl, calls } = await startAnswering(t, ({ socket }, response) => {
    count += 1
    if (count === 1) socket.destroy()
    else if (count === 2) response.writeHead(503).end('busy')
    else if (count === 3) response.end('{"error":false,"status":"PENDING"}')
    else response.writeHead(400).end('{"error":true,"message":"Transaction not found"}')
  })
  const client = createClient({ baseUrl, keys })
  t.teardown(() => client.close())
  t.match(await client.confirmTransaction(id), { status: 'PENDING' })
  t.equal(calls.length, 3)
  t.match(await errorOf(client.confirmTransaction(id)), { outcome: 'refused' })
  t.equal(calls.length, 4)
})

t.test('a GET is given up after its retries', async (t) => {
  const { baseUrl, calls } = await startAnswering(t, (_, response) => response.writeHead(500).end('{"error":true}'))
  const client = createClient({ baseUrl, keys, retries: 1 })
  t.teardown(() => client.close())
  t.match(await errorOf(client.confirmTransaction(id)), { outcome: 'uncertain', status: 500 })
  t.equal(calls.length, 2)
})

t.test('a server that never answers is uncertain, after the time-out', async (t) => {
  const { baseUrl } = await startAnswering(t, () => {})
  const client = createClient({ baseUrl, keys, timeoutMs: 20 })
  t.teardown(() => client.close())
  t.match(await errorOf(client.requestPayment(minimalPayment)), {
    outcome: 'uncertain',
    message: /no answer within 20 ms/,
  })
})
