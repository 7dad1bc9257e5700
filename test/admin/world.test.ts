import { readFileSync } from 'node:fs'
import t from 'tap'
import { parse } from 'yaml'
import { worldHandlers } from '../../server/admin/world.ts'
import type { Sandbox } from '../../server/sandbox/sandbox.ts'
import { startAnswering } from '../support/answering.ts'
import { controlOf, createPayment } from '../support/control.ts'
import { startTestSandbox } from '../support/sandbox.ts'

t.test('the clock of one world is advanced, and what is due has happened when that is answered', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  const other = { headers: { 'x-marchand-key': 'another' } }
  const id = await createPayment(sandbox)
  const before = Date.parse((await control('GET', '/clock')).json.now)
  const { status, json } = await control('POST', '/clock/advance', { body: { seconds: 360.5 } })
  t.equal(status, 200)
  t.ok(Date.parse(json.now) - before >= 360_500)
  t.match((await control('GET', `/transactions/${id}`)).json, { status: 'FAIL' })
  t.ok(Date.parse((await control('GET', '/clock', other)).json.now) < before + 360_000, 'another world’s stays')
})

t.test('a world does not leave the calendar', async (t) => {
  const sandbox = { now: () => new Date('9999-12-31T00:00:00Z'), advance: () => t.fail('it has left') }
  const { advanceClock } = worldHandlers(sandbox as unknown as Sandbox)
  const call = {
    world: 'm',
    gone: new AbortController().signal,
    params: undefined,
    query: {},
    body: { seconds: 86_400 },
  }
  await t.rejects(advanceClock(call), { statusCode: 400, message: /year 9999/ })
})

t.test('reset forgets one world, and its time', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  const mine = await createPayment(sandbox)
  const other = { headers: { 'x-marchand-key': 'another' } }
  const theirs = (await sandbox.send('POST', '/api/v1/payments/request', { body: payment, ...other })).json
  const before = Date.parse((await control('GET', '/clock')).json.now)
  await control('POST', '/clock/advance', { body: { seconds: 86_400 } })
  const { status, json } = await control('POST', '/reset')
  t.equal(status, 200)
  t.ok(Date.parse(json.now) < before + 86_400_000)
  t.equal((await control('GET', `/transactions/${mine}`)).status, 404)
  t.equal((await control('GET', `/transactions/${theirs.transaction_id}`, other)).status, 200)
})

t.test('a callback is shown with its attempts, and replayed as the same delivery', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  const { baseUrl: merchant } = await startAnswering(t, (_, response) => response.end('thanks'))
  const [first, second] = [await createPayment(sandbox, merchant), await createPayment(sandbox, merchant)]
  await sandbox.pay(first)
  await sandbox.cancel(second)
  await control('POST', '/clock/advance', { body: { seconds: 0 } })
  const { items } = (await control('GET', '/callbacks')).json
  t.match(items, [
    { transaction_id: second, status: 'CANCELED' },
    { transaction_id: first, status: 'SUCCESS' },
  ])
  const [callback, ...others] = (await control('GET', `/callbacks?transaction=${first}&state=acknowledged`)).json.items
  t.same(others, [])
  t.match(callback, {
    id: String,
    url: merchant,
    state: 'acknowledged',
    next_attempt_at: null,
    attempts: [{ number: 1, ended_at: /Z$/, outcome: 'answered', status: 200, target: merchant, duration_ms: Number }],
  })
  t.match(await control('POST', `/callbacks/${callback.id}/replay`), { status: 200, json: { id: callback.id } })
  await control('POST', '/clock/advance', { body: { seconds: 0 } })
  t.match((await control('GET', `/callbacks?transaction=${first}`)).json.items, [
    { id: callback.id, attempts: [{ number: 1 }, { number: 2 }] },
  ])
  const foreign = { headers: { 'x-marchand-key': 'another' } }
  t.equal((await control('POST', `/callbacks/${callback.id}/replay`, foreign)).status, 404)
  t.same((await control('GET', '/callbacks', foreign)).json, { items: [], next: null })
})

t.test('health, version and the document need no merchant', async (t) => {
  const control = controlOf(await startTestSandbox(t))
  const anonymous = { headers: { 'x-marchand-key': null } }
  t.same((await control('GET', '/health', anonymous)).json, { status: 'ok' })
  t.match((await control('GET', '/version', anonymous)).json, { name: 'intram-sandbox', version: /^\d+\.\d+\.\d+/ })
  const document = parse(readFileSync('server/admin/openapi.yaml', 'utf8'))
  t.same((await control('GET', '/openapi.json', anonymous)).json, document)
})

const payment = { invoice: { currency: 'XOF', amount: 1000 }, store: { name: 'Test Store' } }
