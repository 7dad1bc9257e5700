import t from 'tap'
import { createClient } from '../../client/index.ts'
import { startAnswering } from '../support/answering.ts'
import { minimalPayment, startTestSandbox } from '../support/sandbox.ts'
import { errorOf, id, keys } from './error-of.ts'

t.test('waitForTransaction', async (t) => {
  const { client, pay } = await startTestSandbox(t)
  const { transaction_id } = await client.requestPayment(minimalPayment)

  await t.test('stops at the time-out, and says what it last saw', async (t) => {
    const error = await errorOf(client.waitForTransaction(transaction_id, { timeoutMs: 30, intervalMs: 1 }))
    t.match(error, { outcome: 'uncertain', message: /still (PENDING|not seen) after 30 ms/ })
  })

  await t.test('stops when its signal aborts, with the reason', async (t) => {
    const controller = new AbortController()
    const waiting = client.waitForTransaction(transaction_id, { signal: controller.signal, intervalMs: 1 })
    const reason = new Error('the customer left')
    controller.abort(reason)
    const error = await errorOf(waiting)
    t.match(error, { outcome: 'uncertain', message: /: aborted by the caller$/ })
    t.equal(error.cause, reason)
  })

  await t.test('stops when `until` says so', async (t) => {
    const found = await client.waitForTransaction(transaction_id, { until: ({ amount }) => amount === 1000 })
    t.equal(found.status, 'PENDING')
  })

  await t.test('resolves once the status is final', async (t) => {
    let looks = 0
    const until = ({ status }: { status: string }) => {
      looks += 1
      if (looks === 2) void pay(transaction_id)
      return status !== 'PENDING'
    }
    const found = await client.waitForTransaction(transaction_id, { intervalMs: 1, until })
    t.equal(found.status, 'SUCCESS')
    t.ok(looks > 2)
  })
})

t.test('waitForTransaction goes on through failures, but a refusal ends it', async (t) => {
  const answers = [
    [500, '{"error":true}'],
    [502, '<html>'],
    [200, '{"error":false,"status":"PENDING"}'],
    [200, '{"error":false}'],
    [200, '{}'],
    [503, ''],
    [200, '{"error":false,"status":"SUCCESS"}'],
    [400, '{"error":true,"message":"Transaction not found"}'],
  ] as const
  let next = 0
  const { baseUrl } = await startAnswering(t, (_, response) => {
    const [status, body] = answers[next] ?? [500, '']
    next += 1
    response.writeHead(status).end(body)
  })
  const client = createClient({ baseUrl, keys, retries: 0 })
  t.teardown(() => client.close())
  t.match(await client.waitForTransaction(id, { intervalMs: 1 }), { status: 'SUCCESS' })
  t.equal(next, 7)
  t.match(await errorOf(client.waitForTransaction(id, { intervalMs: 1 })), { outcome: 'refused' })
})

t.test('waitForTransaction that runs out of time tells the last failure, not that it stopped looking', async (t) => {
  let looks = 0
  const { baseUrl } = await startAnswering(t, (_, response) => {
    looks += 1
    if (looks === 1) response.writeHead(503).end('busy')
  })
  const client = createClient({ baseUrl, keys, retries: 0 })
  t.teardown(() => client.close())
  const error = await errorOf(client.waitForTransaction(id, { timeoutMs: 200, intervalMs: 1 }))
  t.match(error, { message: /still not seen after 200 ms/, cause: { status: 503 } })
})

t.test('waitForTransaction that is aborted before it has asked is unsent', async (t) => {
  const client = createClient({ baseUrl: 'http://127.0.0.1:1/api/v1', keys })
  const error = await errorOf(client.waitForTransaction(id, { signal: AbortSignal.abort('over') }))
  t.match(error, { outcome: 'unsent', message: /: aborted by the caller$/, cause: 'over' })
})
