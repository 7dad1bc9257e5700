import { inspect } from 'node:util'
import t from 'tap'
import { createClient } from '../../client/index.ts'
import { startAnswering } from '../support/answering.ts'
import { minimalPayment } from '../support/sandbox.ts'
import { errorOf, id, keys } from './error-of.ts'

for (const wrong of ['', ' ', '.', '..', '\ud800', undefined, null, 42, {}]) {
  t.test(`the id ${JSON.stringify(wrong)} is refused before anything is sent`, async (t) => {
    const { baseUrl, calls } = await startAnswering(t, (_, response) => response.end())
    const client = createClient({ baseUrl, keys })
    t.teardown(() => client.close())
    const message = /: transaction_id must be a text that is not empty: pass the one that the API gave$/
    t.match(await errorOf(client.confirmTransaction(wrong as string)), { outcome: 'unsent', message })
    t.match(await errorOf(client.waitForTransaction(wrong as string)), { outcome: 'unsent', message })
    t.equal(calls.length, 0)
  })
}

const circle: { self?: unknown } = {}
circle.self = circle

for (const [what, amount, why] of [
  ['a BigInt', 1000n, /cannot be written as JSON: .*BigInt$/],
  ['a circle', circle, /cannot be written as JSON: Converting circular structure to JSON$/],
] as const) {
  t.test(`${what} in the body is refused before anything is sent`, async (t) => {
    const { baseUrl, calls } = await startAnswering(t, (_, response) => response.end())
    const client = createClient({ baseUrl, keys })
    t.teardown(() => client.close())
    const payment = { ...minimalPayment, invoice: { currency: 'XOF', amount: amount as unknown as number } }
    t.match(await errorOf(client.requestPayment(payment)), { outcome: 'unsent', message: why })
    t.equal(calls.length, 0)
  })
}

for (const wrong of [-1, 0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, '5', null]) {
  const timeoutMs = wrong as number
  t.test(`a time-out of ${inspect(wrong)} is refused before anything is sent`, async (t) => {
    const { baseUrl, calls } = await startAnswering(t, (_, response) => response.end())
    const client = createClient({ baseUrl, keys })
    t.teardown(() => client.close())
    const unsent = { outcome: 'unsent', message: /: timeoutMs must be a whole number from 1 to 2147483647, not \S+$/ }
    t.match(await errorOf(client.requestPayment(minimalPayment, { timeoutMs })), unsent)
    t.match(await errorOf(client.confirmTransaction(id, { timeoutMs })), unsent)
    t.match(await errorOf(client.waitForTransaction(id, { timeoutMs })), unsent)
    t.throws(() => createClient({ baseUrl, keys, timeoutMs }), { ...unsent, name: 'IntramError' })
    t.equal(calls.length, 0)
  })
}

t.test('an interval that is no duration is refused before anything is sent', async (t) => {
  const client = createClient({ baseUrl: 'http://127.0.0.1:1/api/v1', keys })
  for (const intervalMs of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
    const message = /: intervalMs must be a whole number from 0 to 2147483647/
    t.match(await errorOf(client.waitForTransaction(id, { intervalMs })), { outcome: 'unsent', message })
  }
})

t.test('a signal that is none is refused before anything is sent', async (t) => {
  const { baseUrl, calls } = await startAnswering(t, (_, response) => response.end())
  const client = createClient({ baseUrl, keys })
  t.teardown(() => client.close())
  const signal = { aborted: false, addEventListener() {} } as unknown as AbortSignal
  const unsent = { outcome: 'unsent', message: /: signal must be an AbortSignal/ }
  t.match(await errorOf(client.requestPayment(minimalPayment, { signal })), unsent)
  t.match(await errorOf(client.waitForTransaction(id, { signal })), unsent)
  t.equal(calls.length, 0)
})

t.test('retries without an end are refused', async (t) => {
  for (const retries of [-1, 0.5, 101, Number.NaN, Number.POSITIVE_INFINITY, '2' as unknown as number]) {
    const message = /^createClient .*: retries must be a whole number from 0 to 100, not /
    t.throws(() => createClient({ baseUrl: 'http://localhost', keys, retries }), { name: 'IntramError', message })
  }
})

t.test('an id cannot reach another route', async (t) => {
  const { baseUrl, calls } = await startAnswering(t, (_, response) => response.end('{"error":false,"status":"FAIL"}'))
  const client = createClient({ baseUrl, keys })
  t.teardown(() => client.close())
  await client.confirmTransaction('../../x?y#z')
  t.same(calls, ['GET /api/v1/transactions/confirm/..%2F..%2Fx%3Fy%23z'])
})
