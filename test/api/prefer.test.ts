import t from 'tap'
import { createClient, type Transport } from '../../client/index.ts'
import { createTransport } from '../../client/transport.ts'
import { startQuietServer } from '../support/quiet-server.ts'
import { minimalPayment, startTestSandbox } from '../support/sandbox.ts'

const create = '/api/v1/payments/request'

for (const [code, message] of [
  ['400', 'Bad request'],
  ['401', 'Invalid API keys'],
  ['500', 'Server error'],
]) {
  t.test(`Prefer: code=${code} is answered so, and creates nothing`, async (t) => {
    const { send } = await startTestSandbox(t)
    const answer = await send('POST', create, { body: minimalPayment, headers: { prefer: `code=${code}` } })
    t.equal(answer.status, Number(code))
    t.same(answer.json, { error: true, status: 'ERROR', message })
    t.equal(answer.headers.get('preference-applied'), `code=${code}`)
  })
}

t.test('Prefer: delay= answers, and both combine', async (t) => {
  const { send } = await startTestSandbox(t)
  const slow = await send('POST', create, { body: minimalPayment, headers: { prefer: 'delay=1' } })
  t.equal(slow.status, 200)
  t.equal(slow.headers.get('preference-applied'), 'delay=1')
  const both = await send('POST', create, { body: minimalPayment, headers: { prefer: 'code=500, delay=1' } })
  t.equal(both.status, 500)
  t.equal(both.headers.get('preference-applied'), 'code=500, delay=1')
})

for (const [prefer, status, applied] of [
  ['code=500, code=400', 500, 'code=500'],
  ['code=401, CODE=soon', 401, 'code=401'],
  ['delay=1, delay=60000, code=400', 400, 'code=400, delay=1'],
  ['scenario=fail, scenario=nonsense', 200, 'scenario=fail'],
] as const) {
  t.test(`of Prefer: ${prefer} the first of each counts`, async (t) => {
    const { send } = await startTestSandbox(t)
    const answer = await send('POST', create, { body: minimalPayment, headers: { prefer } })
    t.equal(answer.status, status)
    t.equal(answer.headers.get('preference-applied'), applied)
  })
}

t.test('a delayed payment exists already while its answer is held back', async (t) => {
  const { sandbox, origin, exampleKeys, close } = await startQuietServer(t)
  const client = createClient({ baseUrl: `${origin}/api/v1`, keys: exampleKeys, transport: preferring('delay=60000') })
  const world = exampleKeys?.merchantKey ?? ''
  const created = sandbox.change(world, AbortSignal.timeout(10_000))
  const slow = client.requestPayment(minimalPayment)
  await created
  t.match(await sandbox.list(world, { limit: 1 }), { items: [{ status: 'PENDING' }] })
  // Closing cuts what merely waits: the answer comes now, not in a minute.
  await close()
  t.match(await slow, { status: 'PENDING' })
})

t.test('a connection may wait for many answers, one after the other', async (t) => {
  const { send } = await startTestSandbox(t)
  const warned: Error[] = []
  const warn = (warning: Error) => warned.push(warning)
  process.on('warning', warn)
  t.teardown(() => process.off('warning', warn))
  for (let n = 0; n < 20; n++) await send('POST', create, { body: minimalPayment, headers: { prefer: 'delay=1' } })
  t.same(warned, [])
})

t.test('the request itself is judged first', async (t) => {
  const { send } = await startTestSandbox(t)
  const headers = { prefer: 'code=500' }
  t.equal((await send('POST', create, { body: {}, headers })).status, 400)
  t.equal((await send('POST', create, { body: {}, headers: { ...headers, 'x-api-key': null } })).status, 401)
  t.equal((await send('GET', '/api/v1/nothing', { headers })).status, 404)
})

for (const prefer of ['code=404', 'code=abc', 'code', 'delay=-1', 'delay=1.5', 'delay=60001', 'delay=soon', 'delay']) {
  t.test(`Prefer: ${prefer} is a 400 that says what is possible`, async (t) => {
    const { send } = await startTestSandbox(t)
    const { status, json } = await send('POST', create, { body: minimalPayment, headers: { prefer } })
    t.equal(status, 400)
    t.match(json.details, [{ path: `Prefer: ${prefer.split('=')[0]}`, message: /^must be/ }])
  })
}

for (const prefer of ['respond-async', 'return=minimal', 'wait=10', '', 'code="500";x=1, other']) {
  t.test(`Prefer: ${prefer || '(empty)'} of RFC 7240 is understood or left alone`, async (t) => {
    const { send } = await startTestSandbox(t)
    const { status, headers } = await send('POST', create, { body: minimalPayment, headers: { prefer } })
    t.equal(status, prefer.includes('500') ? 500 : 200)
    t.equal(headers.get('preference-applied'), prefer.includes('500') ? 'code=500' : null)
  })
}

/** Adds a Prefer header to whatever is sent. */
function preferring(prefer: string): Transport {
  const transport = createTransport()
  return { ...transport, send: (request) => transport.send({ ...request, headers: { ...request.headers, prefer } }) }
}
