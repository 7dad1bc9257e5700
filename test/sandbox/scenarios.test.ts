import t from 'tap'
import { readScenario } from '../../server/domain/scenario/read-scenario.ts'
import { minute, order, simulate } from '../support/simulation.ts'

const second = 1000

for (const [scenario, afterMs, status] of [
  ['success', 0, 'SUCCESS'],
  ['fail:wrong-pin', 0, 'FAIL'],
  ['cancel', 0, 'CANCELED'],
  ['delayed:10s;success', 9 * second, 'PENDING'],
  ['delayed:10s;success', 10 * second, 'SUCCESS'],
  ['delayed:10m;success', 10 * minute, 'FAIL'],
  ['expire', 6 * minute - 1, 'PENDING'],
  ['expire', 6 * minute, 'FAIL'],
  ['never-settles', 300 * 24 * 60 * minute, 'PENDING'],
  ['no-callback', minute, 'PENDING'],
] as const) {
  t.test(`${scenario}: ${afterMs} ms later it is ${status}`, async (t) => {
    const { sandbox, sent } = simulate()
    const { id } = await sandbox.request('m', order, readScenario(scenario))
    await sandbox.advance('m', afterMs)
    t.equal((await sandbox.find('m', id)).status, status)
    t.same(
      sent.map((call) => call.status),
      status === 'PENDING' ? [] : [status],
    )
  })
}

t.test('looking is enough to find what is due: nobody sees a status that is out of date', async (t) => {
  const { sandbox, real } = simulate()
  const delayed = await sandbox.request('m', order, readScenario('success@3s'))
  const forgotten = await sandbox.request('m', order)
  real.now = new Date(real.now.getTime() + 3 * second)
  t.equal((await sandbox.confirm('m', delayed.id)).status, 'SUCCESS')
  real.now = new Date(real.now.getTime() + 6 * minute)
  t.equal((await sandbox.look(forgotten.id)).status, 'FAIL')
})

t.test('pending*2: two confirmations say PENDING, the third does not; looking does not count', async (t) => {
  const { sandbox } = simulate()
  const { id } = await sandbox.request('m', order, readScenario('pending*2;fail'))
  await sandbox.find('m', id)
  await sandbox.look(id)
  const seen = []
  for (let poll = 0; poll < 4; poll++) seen.push((await sandbox.confirm('m', id)).status)
  t.same(seen, ['PENDING', 'PENDING', 'FAIL', 'FAIL'])
})

t.test('pending*2 and nobody asks: it expires', async (t) => {
  const { sandbox } = simulate()
  const { id } = await sandbox.request('m', order, readScenario('pending*2;success'))
  await sandbox.advance('m', 6 * minute)
  t.equal((await sandbox.find('m', id)).status, 'FAIL')
})

for (const [scenario, attempts] of [
  ['success;no-callback', []],
  ['success', [0]],
  ['success;duplicate-callback', [0, 0]],
  ['success;late-callback:5m', [5 * minute]],
] as const) {
  t.test(`${scenario}: the callback is attempted after ${attempts.join(', ') || 'no'} ms`, async (t) => {
    const { sandbox, sent } = simulate()
    const { createdAt } = await sandbox.request('m', order, readScenario(scenario))
    await sandbox.advance('m', 60 * minute)
    t.same(
      sent.map(({ at }) => at.getTime() - createdAt.getTime()),
      attempts,
    )
    t.equal(new Set(sent.map(({ id }) => id)).size, Math.min(attempts.length, 1), 'a duplicate is the same delivery')
  })
}

t.test('a duplicate comes after the first was acknowledged, however often that had to be tried', async (t) => {
  const { sandbox, sent } = simulate({ answers: ({ attempt }) => (attempt === 1 ? 'failed' : 'acknowledged') })
  await sandbox.request('m', order, readScenario('success;duplicate-callback'))
  await sandbox.advance('m', 60 * minute)
  t.same(
    sent.map(({ attempt }) => attempt),
    [1, 2, 3],
  )
  t.match((await sandbox.deliveries('m', { limit: 9 })).items, [{ state: 'acknowledged' }])
})

t.test('wrong-amount-callback: only the callback lies', async (t) => {
  const { sandbox } = simulate()
  const { id } = await sandbox.request('m', order, readScenario('success;wrong-amount-callback'))
  await sandbox.advance('m', 0)
  t.equal((await sandbox.find('m', id)).order.amount, order.amount)
  t.match((await sandbox.deliveries('m', { limit: 9 })).items, [{ told: { order: { amount: order.amount + 1000 } } }])
  const most = { ...order, amount: Number.MAX_SAFE_INTEGER }
  await sandbox.request('n', most, readScenario('success;wrong-amount-callback'))
  await sandbox.advance('n', 0)
  t.match((await sandbox.deliveries('n', { limit: 9 })).items, [{ told: { order: { amount: most.amount - 1000 } } }])
})

t.test('callback-before-response: the merchant was told when the request resolves', async (t) => {
  const { sandbox, sent } = simulate()
  const { id, status } = await sandbox.request('m', order, readScenario('callback-before-response;fail'))
  t.equal(status, 'PENDING', 'as Intram answers')
  t.match(sent, [{ transactionId: id, status: 'FAIL' }])
})

t.test(
  'a customer who tries to pay: the number decides, then the scenario of the payment, else it succeeds',
  async (t) => {
    const how = { channel: 'MOOV', accountNumber: '94123456' }
    for (const [staged, number, expected] of [
      [null, null, 'SUCCESS'],
      [null, 'fail', 'FAIL'],
      ['never-settles', null, 'PENDING'],
      ['never-settles', 'success', 'SUCCESS'],
      ['delayed:1m;success', null, 'PENDING'],
      ['no-callback', null, 'SUCCESS'],
      ['success@1m', 'expire', 'PENDING'],
    ] as const) {
      const { sandbox } = simulate()
      const { id } = await sandbox.request('m', order, staged && readScenario(staged))
      const { status } = await sandbox.attempt(id, how, number && readScenario(number))
      t.equal(status, expected, `${staged}, ${number}`)
    }
  },
)

t.test('a customer whose number got no answer tries another one', async (t) => {
  const { sandbox } = simulate()
  const how = { channel: 'VISA', accountNumber: null }
  const usual = await sandbox.request('m', order)
  const staged = await sandbox.request('m', order, readScenario('cancel@1m'))
  for (const { id } of [usual, staged]) await sandbox.attempt(id, how, readScenario('never-settles'))
  t.equal((await sandbox.attempt(usual.id, how, null)).status, 'SUCCESS')
  t.equal((await sandbox.attempt(staged.id, how, null)).status, 'PENDING')
  await sandbox.advance('m', minute)
  t.equal((await sandbox.find('m', staged.id)).status, 'CANCELED', 'as was requested with the payment')
})

t.test('what the customer chose is what is paid in the end', async (t) => {
  const { sandbox, sent } = simulate()
  const { id } = await sandbox.request('m', order, readScenario('delayed:1m;no-callback'))
  await sandbox.attempt(id, { channel: 'MOOV', accountNumber: '94123456' }, null)
  await sandbox.advance('m', minute)
  t.match(await sandbox.find('m', id), { status: 'SUCCESS', payment: { channel: 'MOOV', accountNumber: '94123456' } })
  t.same(sent, [])
})

t.test('each world has its setting, and the particular wins over the general', async (t) => {
  const { sandbox } = simulate({ usualScenario: readScenario('cancel;no-callback') })
  const { scenarios } = sandbox
  t.same(scenarios.choose('m', 1000, null), readScenario('cancel;no-callback'))
  scenarios.set('m', readScenario('fail'))
  t.same(scenarios.choose('m', 1000, null), readScenario('fail;no-callback'))
  t.same(scenarios.choose('other', 1000, null), readScenario('cancel;no-callback'))
  t.same(scenarios.choose('m', 100_001, null), readScenario('success;no-callback'), 'a listed amount')
  t.same(scenarios.choose('m', 100_001, readScenario('expire')), readScenario('expire;no-callback'))
  await sandbox.reset('m')
  t.equal(scenarios.of('m'), null)
})
