import t from 'tap'
import { minimalPayment, startTestSandbox } from '../support/sandbox.ts'

const create = '/api/v1/payments/request'
const names = ['X-API-KEY', 'X-PRIVATE-KEY', 'X-SECRET-KEY', 'X-MARCHAND-KEY']
const merchants = [1, 2].map((n) => ({
  publicKey: `public-${n}`,
  privateKey: `tpk_private-${n}`,
  secretKey: `tsk_secret-${n}`,
  merchantKey: `merchant-${n}`,
}))

t.test('any four keys are taken by default', async (t) => {
  const { send } = await startTestSandbox(t)
  const headers = {
    'x-api-key': 'votre_public_key',
    'x-private-key': 'a',
    'x-secret-key': 'b',
    'x-marchand-key': 'marchand_id',
  }
  t.equal((await send('POST', create, { body: minimalPayment, headers })).status, 200)
})

t.test('a missing, empty or blank key is a 401 that says which', async (t) => {
  const { send } = await startTestSandbox(t)
  for (const name of names) {
    for (const value of [null, '', '  ']) {
      const { status, json } = await send('POST', create, {
        body: minimalPayment,
        headers: { [name.toLowerCase()]: value },
      })
      t.equal(status, 401)
      t.same(json, {
        error: true,
        status: 'ERROR',
        message: 'Invalid API keys',
        details: [{ path: name, message: 'is missing: send this header' }],
      })
    }
  }
})

t.test('a key of more than 256 characters is a 401', async (t) => {
  const { send } = await startTestSandbox(t)
  const { status, json } = await send('POST', create, { headers: { 'x-marchand-key': 'm'.repeat(257) } })
  t.equal(status, 401)
  t.same(json.details, [{ path: 'X-MARCHAND-KEY', message: 'is longer than 256 characters' }])
})

t.test('keys are judged before the body is read', async (t) => {
  const { send } = await startTestSandbox(t)
  t.equal((await send('POST', create, { body: 'not json', headers: { 'x-api-key': null } })).status, 401)
})

t.test('with a list of merchants', async (t) => {
  const sandbox = await startTestSandbox(t, { keys: merchants })
  const headersOf = (keys: (typeof merchants)[number]) => ({
    'x-api-key': keys.publicKey,
    'x-private-key': keys.privateKey,
    'x-secret-key': keys.secretKey,
    'x-marchand-key': keys.merchantKey,
  })
  const [first, second] = merchants as [(typeof merchants)[number], (typeof merchants)[number]]

  await t.test('each merchant gets in with all four of its keys', async (t) => {
    for (const keys of merchants) {
      t.equal((await sandbox.send('POST', create, { body: minimalPayment, headers: headersOf(keys) })).status, 200)
    }
  })

  for (const name of ['publicKey', 'privateKey', 'secretKey', 'merchantKey'] as const) {
    await t.test(`a wrong ${name} shuts out, and so does the other merchant's`, async (t) => {
      for (const wrong of ['wrong', second[name], `${first[name]}x`, first[name].slice(1)]) {
        const headers = headersOf({ ...first, [name]: wrong })
        const { status, json } = await sandbox.send('POST', create, { body: minimalPayment, headers })
        t.equal(status, 401)
        t.same(json, { error: true, status: 'ERROR', message: 'Invalid API keys' })
      }
    })
  }
})

t.test('the merchant header can be made optional', async (t) => {
  await t.test('any keys: the public key then names the world', async (t) => {
    const { send } = await startTestSandbox(t, { merchantHeader: 'optional' })
    const headers = { 'x-marchand-key': null }
    const created = await send('POST', create, { body: minimalPayment, headers })
    t.equal(created.status, 200)
    const path = `/api/v1/transactions/confirm/${created.json.transaction_id}`
    t.equal((await send('GET', path, { headers })).status, 200)
    t.equal((await send('GET', path, { headers: { ...headers, 'x-api-key': 'another' } })).status, 400)
  })

  await t.test('listed keys: the other three say who it is', async (t) => {
    const { send } = await startTestSandbox(t, { merchantHeader: 'optional', keys: merchants })
    const created = await send('POST', create, { body: minimalPayment, headers: { 'x-marchand-key': null } })
    t.equal(created.status, 200)
    const path = `/api/v1/transactions/confirm/${created.json.transaction_id}`
    t.equal((await send('GET', path)).status, 200, 'the same world as with the header')
    const wrong = { 'x-marchand-key': null, 'x-secret-key': 'wrong' }
    t.equal((await send('GET', path, { headers: wrong })).status, 401)
  })
})
