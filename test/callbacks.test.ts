import t from 'tap'
import { createClient } from '../client/index.ts'
import type { Config } from '../server/config.ts'
import { startQuietServer } from './support/quiet-server.ts'
import { startReceiver } from './support/receiver.ts'
import { minimalPayment } from './support/sandbox.ts'

type Test = Parameters<typeof startReceiver>[0]
const minute = 60_000
const everything = { limit: 100 }

/** A sandbox whose time is in the test's hands, and a payment that tells its end to the given URL. */
async function startPayment(t: Test, callback_url: string, config: Partial<Config> = {}) {
  const { sandbox, origin, exampleKeys } = await startQuietServer(t, config)
  const client = createClient({ baseUrl: `${origin}/api/v1`, keys: exampleKeys })
  t.teardown(() => client.close())
  const world = exampleKeys?.merchantKey ?? ''
  const { transaction_id: id } = await client.requestPayment({ ...minimalPayment, actions: { callback_url } })
  return { sandbox, client, world, id }
}

for (const [verb, status] of [
  ['pay', 'SUCCESS'],
  ['fail', 'FAIL'],
  ['cancel', 'CANCELED'],
] as const) {
  t.test(`after ${verb} the merchant is told ${status}, in the words of the confirmation`, async (t) => {
    const merchant = await startReceiver(t)
    const { sandbox, client, world, id } = await startPayment(t, merchant.url)
    await sandbox[verb](world, id)
    await sandbox.advance(world, 0)
    const [call] = merchant.received
    t.match(call, {
      method: 'POST',
      path: '/callback',
      headers: {
        'content-type': 'application/json',
        'user-agent': /^intram-sandbox\/\d/,
        'x-intram-delivery': /^[A-Za-z0-9]{20}$/,
        'x-intram-attempt': '1',
      },
    })
    const body = JSON.parse(call?.body ?? '')
    t.match(body, { status, transaction_id: id, transaction: { invoice: { amount: 1000 } } })
    t.same(body, { ...(await client.confirmTransaction(id)), transaction_id: id })
    t.equal(merchant.received.length, 1)
  })
}

t.test('a customer who does nothing is told as FAIL, once the time is over', async (t) => {
  const merchant = await startReceiver(t)
  const { sandbox, client, world, id } = await startPayment(t, merchant.url, { expiry: '10m' })
  await sandbox.advance(world, 10 * minute - 5_000)
  t.equal((await client.confirmTransaction(id)).status, 'PENDING')
  await sandbox.advance(world, 5_000)
  t.equal((await client.confirmTransaction(id)).status, 'FAIL')
  t.match(JSON.parse(merchant.received[0]?.body ?? ''), { status: 'FAIL', transaction_id: id })
})

t.test('what is not acknowledged is tried again with the same delivery id', async (t) => {
  const answers = [500, 302, 404, 204]
  const merchant = await startReceiver(t, (_, response) => {
    response.writeHead(answers[merchant.received.length - 1] ?? 500, { location: '/elsewhere' }).end()
  })
  const { sandbox, world, id } = await startPayment(t, merchant.url)
  await sandbox.pay(world, id)
  await sandbox.advance(world, 24 * 60 * minute)
  t.same(
    merchant.received.map(({ path, headers }) => [path, headers['x-intram-attempt']]),
    [1, 2, 3, 4].map((attempt) => ['/callback', `${attempt}`]),
    'a redirect is not followed',
  )
  t.equal(new Set(merchant.received.map(({ headers }) => headers['x-intram-delivery'])).size, 1)
  const [delivery] = (await sandbox.deliveries(world, everything)).items
  t.match(delivery, { state: 'acknowledged', attempts: { length: 4 } })
})

t.test('--callback-format form is what $_POST reads', async (t) => {
  const merchant = await startReceiver(t)
  const { sandbox, world, id } = await startPayment(t, merchant.url, { callbackFormat: 'form' })
  await sandbox.pay(world, id)
  await sandbox.advance(world, 0)
  const fields = new URLSearchParams(merchant.received[0]?.body)
  t.equal(fields.get('status'), 'SUCCESS')
  t.equal(fields.get('transaction[invoice][amount]'), '1000')
  t.match(merchant.received[0]?.headers, { 'content-type': 'application/x-www-form-urlencoded' })
})

t.test('--callback-schedule once tries once', async (t) => {
  const merchant = await startReceiver(t, (_, response) => response.writeHead(503).end())
  const { sandbox, world, id } = await startPayment(t, merchant.url, { callbackSchedule: 'once' })
  await sandbox.pay(world, id)
  await sandbox.advance(world, 24 * 60 * minute)
  t.equal(merchant.received.length, 1)
  t.match(await sandbox.deliveries(world, everything), { items: [{ state: 'given-up' }] })
})

t.test('a metadata address is never called, and the delivery says so', async (t) => {
  const { sandbox, world, id } = await startPayment(t, 'http://169.254.169.254/latest/meta-data')
  await sandbox.pay(world, id)
  await sandbox.advance(world, 0)
  const [delivery] = (await sandbox.deliveries(world, everything)).items
  t.match(delivery, { state: 'refused', attempts: [{ outcome: { kind: 'forbidden-target' } }] })
})

t.test('a callback goes out by itself, without anybody asking for time to pass', async (t) => {
  let told: (status: string) => void = () => {}
  const arrival = new Promise<string>((resolve) => {
    told = resolve
  })
  const merchant = await startReceiver(t, (_, response) => {
    told(JSON.parse(merchant.received[0]?.body ?? '').status)
    response.end()
  })
  const { sandbox, world, id } = await startPayment(t, merchant.url)
  await sandbox.pay(world, id)
  t.equal(await arrival, 'SUCCESS')
})
