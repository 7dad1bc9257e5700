import t from 'tap'
import { IntramError } from '../../client/index.ts'
import { socketFaults } from '../../server/domain/fault.ts'
import { controlOf } from '../support/control.ts'
import { startQuietServer } from '../support/quiet-server.ts'
import { minimalPayment, startTestSandbox } from '../support/sandbox.ts'

const create = '/api/v1/payments/request'

t.test('faults strike calls of one operation of one world until they are used up or cleared', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  const post = async (merchant?: string) =>
    (
      await sandbox.send('POST', create, {
        body: minimalPayment,
        headers: merchant ? { 'x-marchand-key': merchant } : {},
      })
    ).status
  const wanted = { faults: [{ operation: 'requestPayment', status: 503, count: 2 }] }
  const { status, json } = await control('PUT', '/faults', { body: wanted })
  t.equal(status, 200)
  t.same(json, { faults: [{ operation: 'requestPayment', when: 'before', status: 503, probability: 1, count: 2 }] })

  t.equal(await post(), 503)
  t.equal(await post('another'), 200)
  t.match((await control('GET', '/faults')).json, { faults: [{ count: 1 }] })
  t.equal((await sandbox.send('GET', '/api/v1/transactions/confirm/nothing')).status, 400, 'the other operation')
  t.equal(await post(), 503)
  t.equal(await post(), 200, 'used up')

  await control('PUT', '/faults', { body: { profile: 'offline' } })
  t.same((await control('DELETE', '/faults')).json, { faults: [] })
  t.equal(await post(), 200)
})

t.test('before: nothing is made; after: it is, and only the answer is spoilt', async (t) => {
  const sandbox = await startTestSandbox(t)
  for (const [when, made] of [
    ['before', 0],
    ['after', 1],
  ] as const) {
    await sandbox.reset()
    sandbox.setFaults([{ status: 500, when }])
    const { status, json } = await sandbox.send('POST', create, { body: minimalPayment })
    t.equal(status, 500)
    t.same(json, { error: true, status: 'ERROR', message: 'Internal Server Error' })
    t.equal((await sandbox.transactions()).length, made, when)
  }
})

for (const fault of socketFaults) {
  t.test(`${fault} leaves the client uncertain, and the next call is answered`, async (t) => {
    const sandbox = await startTestSandbox(t)
    sandbox.setFaults([{ fault, when: 'after', count: 1 }])
    const error = await sandbox.client.requestPayment(minimalPayment).catch((thrown) => thrown)
    t.ok(error instanceof IntramError, String(error))
    t.equal(error.isUncertain, true)
    t.match(await sandbox.transactions(), [{ status: 'PENDING' }])
    t.match(await sandbox.client.requestPayment(minimalPayment), { status: 'PENDING' })
  })
}

t.test('keys and the body are judged first; the payment page and the control API are spared', async (t) => {
  const sandbox = await startTestSandbox(t)
  const { receipt_url: page } = await sandbox.client.requestPayment(minimalPayment)
  sandbox.setFaults('offline')
  t.equal((await sandbox.send('POST', create, { body: {} })).status, 400)
  t.equal((await sandbox.send('POST', create, { headers: { 'x-api-key': null } })).status, 401)
  t.equal((await fetch(page)).status, 200)
  t.equal((await controlOf(sandbox)('GET', '/transactions')).status, 200)
  await t.rejects(sandbox.send('POST', create, { body: minimalPayment }), 'but this one is not')
  await sandbox.reset()
  t.equal((await sandbox.send('POST', create, { body: minimalPayment })).status, 200, 'reset clears them')
})

t.test('a delay comes after the deed, and a sandbox that stops does not wait for it', async (t) => {
  const { sandbox, origin, exampleKeys, close } = await startQuietServer(t)
  const { publicKey = '', privateKey = '', secretKey = '', merchantKey = '' } = exampleKeys ?? {}
  sandbox.faults.set(merchantKey, [{ fixedDelayMilliseconds: 60_000, when: 'before', probability: 1, count: null }])
  const created = sandbox.change(merchantKey, AbortSignal.timeout(10_000))
  const keys = { 'x-api-key': publicKey, 'x-private-key': privateKey, 'x-secret-key': secretKey }
  const asked = fetch(origin + create, {
    method: 'POST',
    headers: { ...keys, 'x-marchand-key': merchantKey, 'content-type': 'application/json' },
    body: JSON.stringify(minimalPayment),
  })
  await created
  await close()
  t.equal((await asked).status, 200)
})

const uniform = { type: 'uniform', lower: 1, upper: 2 }
for (const [body, path, message] of [
  [{}, '/', /either profile or faults/],
  [{ profile: 'flaky', faults: [] }, '/', /either profile or faults/],
  [{ profile: 'broken' }, '/profile', /must be one of flaky/],
  [{ faults: [{}] }, '/faults/0', /must have a status/],
  [{ faults: [{ status: 500, fault: 'EMPTY_RESPONSE' }] }, '/faults/0', /not have both/],
  [{ faults: [{ status: 200 }] }, '/faults/0/status', /from 400 to 599/],
  [{ faults: [{ fault: 'OOPS' }] }, '/faults/0/fault', /must be one of CONNECTION_RESET/],
  [{ faults: [{ status: 500, operation: 'pay' }] }, '/faults/0/operation', /requestPayment or/],
  [{ faults: [{ status: 500, probability: 2 }] }, '/faults/0/probability', /from 0 to 1/],
  [{ faults: [{ status: 500, count: -1 }] }, '/faults/0/count', /whole number/],
  [{ faults: [{ fixedDelayMilliseconds: 60_001 }] }, '/faults/0/fixedDelayMilliseconds', /up to 60000/],
  [{ faults: [{ delayDistribution: { ...uniform, lower: 3 } }] }, '/faults/0/delayDistribution', /not above its upper/],
  [{ faults: [{ delayDistribution: { type: 'normal' } }] }, '/faults/0/delayDistribution', /must be as/],
  [{ faults: [{ status: 500, chance: 1 }] }, '/faults/0', /must be a fault such as/],
  [{ faults: Array.from({ length: 51 }, () => ({ status: 500 })) }, '/faults', /at most 50/],
  [{ profile: 'flaky', seed: -1 }, '/seed', /whole number/],
] as const) {
  t.test(`${JSON.stringify(body).slice(0, 60)} is a 400 that says what is possible`, async (t) => {
    const { status, json } = await controlOf(await startTestSandbox(t))('PUT', '/faults', { body })
    t.equal(status, 400)
    t.ok(
      json.details.some(
        (detail: { path: string; message: string }) => detail.path === path && message.test(detail.message),
      ),
      JSON.stringify(json.details),
    )
  })
}
