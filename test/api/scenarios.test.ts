import t from 'tap'
import { IntramError, scenarios } from '../../client/index.ts'
import { catalogue } from '../../server/domain/scenario/catalogue.ts'
import { startQuietServer } from '../support/quiet-server.ts'
import { minimalPayment, paymentWith, startTestSandbox } from '../support/sandbox.ts'

const create = '/api/v1/payments/request'
const playing = (scenario: string) => ({
  ...minimalPayment,
  invoice: { ...minimalPayment.invoice, custom_datas: { scenario } },
})

for (const [where, ask] of Object.entries({
  'custom_datas.scenario': { body: playing('fail') },
  'custom_datas in pairs': { body: paymentWith({ invoice: { custom_datas: [['scenario', 'fail']] } }) },
  'custom_data at the root': { body: { ...minimalPayment, custom_data: { scenario: 'fail' } } },
  'custom_datas beside other data at the root': { body: { ...playing('fail'), custom_data: { order: 42 } } },
  'custom_data at the root before custom_datas': { body: { ...playing('cancel'), custom_data: { scenario: 'fail' } } },
  'Prefer: scenario=': { body: minimalPayment, headers: { prefer: 'scenario=fail' } },
  'a listed amount': { body: paymentWith({ invoice: { amount: 100_002 } }) },
  'the amount as text': { body: paymentWith({ invoice: { amount: '100002.00' } }) },
})) {
  t.test(`${where} chooses what comes of a payment`, async (t) => {
    const sandbox = await startTestSandbox(t)
    const { status, json } = await sandbox.send('POST', create, ask)
    t.equal(status, 200)
    t.equal(json.status, 'PENDING', 'as every payment begins')
    t.equal((await sandbox.client.confirmTransaction(String(json.transaction_id))).status, 'FAIL')
  })
}

t.test('a preference that is obeyed is named in the answer; with a code there is nothing to play', async (t) => {
  const { send } = await startTestSandbox(t)
  const answer = (prefer: string) => send('POST', create, { body: minimalPayment, headers: { prefer } })
  const applied = async (prefer: string) => (await answer(prefer)).headers.get('preference-applied')
  t.equal(await applied('scenario=pending*2;success, delay=1'), 'delay=1, scenario=pending*2;success')
  t.equal(await applied('scenario="fail:wrong-pin@3s"'), 'scenario=fail:wrong-pin@3s')
  t.equal(await applied('code=500, scenario=fail'), 'code=500')
})

t.test('a confirmation is no place for a scenario: it is left alone', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { transaction_id: id } = await sandbox.client.requestPayment(minimalPayment)
  const headers = { prefer: 'scenario=fail' }
  const answer = await sandbox.send('GET', `/api/v1/transactions/confirm/${id}`, { headers })
  t.equal(answer.json.status, 'PENDING')
  t.equal(answer.headers.get('preference-applied'), null)
})

for (const [where, ask, path] of [
  ['Prefer', { body: minimalPayment, headers: { prefer: 'scenario=oops' } }, 'Prefer: scenario'],
  [
    'custom_datas',
    { body: paymentWith({ invoice: { custom_datas: { scenario: 'oops' } } }) },
    '/invoice/custom_datas/scenario',
  ],
  ['custom_data', { body: { ...minimalPayment, custom_data: { scenario: 1 } } }, '/custom_data/scenario'],
] as const) {
  t.test(`an unknown scenario in ${where} is a 400 that says where and what is possible`, async (t) => {
    const sandbox = await startTestSandbox(t)
    const { status, json } = await sandbox.send('POST', create, ask)
    t.equal(status, 400)
    t.match(json.details, [{ path, message: /^must be a scenario such as success/ }])
    t.same(await sandbox.transactions(), [], 'and nothing is made')
  })
}

t.test('server-error: a 500, and nothing is made', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { status, json } = await sandbox.send('POST', create, { body: paymentWith({ invoice: { amount: 100_018 } }) })
  t.equal(status, 500)
  t.same(json, { error: true, status: 'ERROR', message: 'Server error' })
  t.same(await sandbox.transactions(), [])
})

t.test('lost-answer: the client is left uncertain, and the payment is made', async (t) => {
  const sandbox = await startTestSandbox(t)
  const body = playing(scenarios.lostAnswer)
  const error = await sandbox.client.requestPayment(body).catch((thrown) => thrown)
  t.ok(error instanceof IntramError)
  t.equal(error.isUncertain, true)
  t.match(await sandbox.transactions(), [{ status: 'PENDING' }])
  t.equal((await sandbox.send('POST', create, { body: minimalPayment })).status, 200, 'the next one is answered')
})

t.test('time-out: the payment is made, and no answer comes until the client gives up', async (t) => {
  const sandbox = await startTestSandbox(t)
  const giveUp = new AbortController()
  const body = playing('time-out')
  const asked = sandbox.client.requestPayment(body, { signal: giveUp.signal }).catch((thrown) => thrown)
  while ((await sandbox.transactions()).length === 0) await new Promise(setImmediate)
  giveUp.abort()
  t.equal((await asked).isUncertain, true)
})

t.test('time-out: a sandbox that stops does not wait for it', async (t) => {
  const { sandbox, origin, exampleKeys, close } = await startQuietServer(t)
  const world = exampleKeys?.merchantKey ?? ''
  const created = sandbox.change(world, AbortSignal.timeout(10_000))
  const { publicKey = '', privateKey = '', secretKey = '' } = exampleKeys ?? {}
  const keys = {
    'x-api-key': publicKey,
    'x-private-key': privateKey,
    'x-secret-key': secretKey,
    'x-marchand-key': world,
  }
  const asked = fetch(`${origin}${create}`, {
    method: 'POST',
    headers: { ...keys, 'content-type': 'application/json', prefer: 'scenario=time-out' },
    body: JSON.stringify(minimalPayment),
  }).catch(() => 'dropped')
  await created
  await close()
  t.equal(await asked, 'dropped')
})

t.test('--settle: every payment plays it, unless it says otherwise', async (t) => {
  const sandbox = await startTestSandbox(t, { settle: 'success@3s' })
  const usual = await sandbox.client.requestPayment(minimalPayment)
  const other = await sandbox.client.requestPayment(playing('fail'))
  await sandbox.advance('3s')
  t.equal((await sandbox.client.confirmTransaction(usual.transaction_id)).status, 'SUCCESS')
  t.equal((await sandbox.client.confirmTransaction(other.transaction_id)).status, 'FAIL')
})

t.test('in process: setScenario is for one merchant, until reset', async (t) => {
  const sandbox = await startTestSandbox(t)
  sandbox.setScenario('cancel')
  const { transaction_id: id } = await sandbox.client.requestPayment(minimalPayment)
  t.equal((await sandbox.client.confirmTransaction(id)).status, 'CANCELED')
  t.throws(() => sandbox.setScenario('oops'), { message: /must be a scenario/ })
  await sandbox.reset()
  const next = await sandbox.client.requestPayment(minimalPayment)
  t.equal((await sandbox.client.confirmTransaction(next.transaction_id)).status, 'PENDING')
})

t.test('the client has each scenario of the catalogue as a constant', async (t) => {
  t.same(scenarios, Object.fromEntries(catalogue.map(({ name, scenario }) => [name, scenario])))
})
