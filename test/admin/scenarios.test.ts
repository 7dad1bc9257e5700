import t from 'tap'
import { catalogue } from '../../server/domain/scenario/catalogue.ts'
import { testNumbers } from '../../server/domain/test-numbers.ts'
import { controlOf, createPayment } from '../support/control.ts'
import { startTestSandbox } from '../support/sandbox.ts'

t.test('lists what can be played, in both languages, and the numbers', async (t) => {
  const control = controlOf(await startTestSandbox(t))
  const { json } = await control('GET', '/scenarios')
  t.equal(json.items.length, catalogue.length)
  t.match(json.items[0], {
    name: 'success',
    scenario: 'success',
    amount: 100_001,
    description: { en: /paid/, fr: /payé/ },
  })
  t.same(json.numbers, testNumbers)
})

t.test('a world has a scenario of its own until it is cleared', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  const other = { headers: { 'x-marchand-key': 'another' } }
  t.same((await control('GET', '/scenario')).json, { scenario: null })
  t.same((await control('PUT', '/scenario', { body: { scenario: 'pending;fail@2m' } })).json, {
    scenario: 'pending*1;delayed:2m;fail',
  })
  t.same((await control('GET', '/scenario', other)).json, { scenario: null })
  const id = await createPayment(sandbox)
  t.match((await control('GET', `/transactions/${id}`)).json, { scenario: 'pending*1;delayed:2m;fail' })
  t.same((await control('DELETE', '/scenario')).json, { scenario: null })
  t.match((await control('GET', `/transactions/${await createPayment(sandbox)}`)).json, { scenario: null })
})

t.test('a payment that never settles says that it does not expire', async (t) => {
  const sandbox = await startTestSandbox(t, { settle: 'never-settles' })
  const id = await createPayment(sandbox)
  t.match((await controlOf(sandbox)('GET', `/transactions/${id}`)).json, {
    scenario: 'never-settles',
    expires_at: null,
  })
})

for (const body of [
  {},
  { scenario: '' },
  { scenario: 'oops' },
  { scenario: null },
  { scenario: 'fail', other: 1 },
  [],
]) {
  t.test(`${JSON.stringify(body)} is a 400 that says what is possible`, async (t) => {
    const { status, json } = await controlOf(await startTestSandbox(t))('PUT', '/scenario', { body })
    t.equal(status, 400)
    t.match(json.details[0].message, /must|takes/)
  })
}
