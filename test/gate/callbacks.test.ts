import t from 'tap'
import { createClient } from '../../client/index.ts'
import { payWith, tokenIn, visit } from '../support/gate.ts'
import { startQuietServer } from '../support/quiet-server.ts'
import { startReceiver } from '../support/receiver.ts'
import { minimalPayment } from '../support/sandbox.ts'

for (const [number, status, told] of [
  ['61000000', 'SUCCESS', 1],
  ['61000001', 'FAIL', 1],
  ['61000005', 'SUCCESS', 0],
] as const) {
  t.test(`paying with ${number} ends as ${status} and tells the merchant ${told} times`, async (t) => {
    const merchant = await startReceiver(t)
    const { sandbox, origin, exampleKeys } = await startQuietServer(t)
    const client = createClient({ baseUrl: `${origin}/api/v1`, keys: exampleKeys })
    t.teardown(() => client.close())
    const actions = { callback_url: merchant.url }
    const { transaction_id: id, receipt_url: url } = await client.requestPayment({ ...minimalPayment, actions })
    const token = tokenIn((await visit(url, {})).html)

    await visit(url, { method: 'POST', body: new URLSearchParams({ token, ...payWith(number) }) })

    await sandbox.advance(exampleKeys?.merchantKey ?? '', 0)
    t.equal((await client.confirmTransaction(id)).status, status)
    t.equal(merchant.received.length, told)
  })
}

t.test('a number that nobody answers for expires like any payment that nobody settles', async (t) => {
  const { sandbox, origin, exampleKeys } = await startQuietServer(t, { expiry: '6m' })
  const client = createClient({ baseUrl: `${origin}/api/v1`, keys: exampleKeys })
  t.teardown(() => client.close())
  const { receipt_url: url } = await client.requestPayment(minimalPayment)
  const token = tokenIn((await visit(url, {})).html)
  await visit(url, { method: 'POST', body: new URLSearchParams({ token, ...payWith('61000010') }) })
  await sandbox.advance(exampleKeys?.merchantKey ?? '', 6 * 60_000)
  t.match((await visit(`${url}?waiting&lang=en`, {})).html, '<h1>Time has run out</h1>')
})
