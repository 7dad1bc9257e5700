import { once } from 'node:events'
import { connect } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { createWaitingRoom } from '../../server/admin/waiting-room.ts'
import { startAnswering } from '../support/answering.ts'
import { controlOf, createPayment } from '../support/control.ts'
import { startTestSandbox } from '../support/sandbox.ts'
import { order, simulate } from '../support/simulation.ts'

t.test('a list that waits is answered by the first transaction', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  const answer = control('GET', '/transactions?wait=60s')
  const id = await createPayment(sandbox)
  t.match(await answer, { status: 200, json: { items: [{ id }], next: null } })
})

t.test('a list that waits for a status is answered when a transaction has it', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  const ids = [await createPayment(sandbox), await createPayment(sandbox)]
  const answer = control('GET', '/transactions?status=CANCELED&wait=1m')
  await sandbox.pay(ids[0] ?? '')
  await sandbox.cancel(ids[1] ?? '')
  const { items } = (await answer).json
  t.match(items, [{ id: ids[1], status: 'CANCELED' }])
  t.equal(items.length, 1)
})

t.test('a callback is waited for by its transaction and state', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  const { baseUrl: merchant } = await startAnswering(t, (_, response) => response.end('thanks'))
  const [id, other] = [await createPayment(sandbox, merchant), await createPayment(sandbox, merchant)]
  const answer = control('GET', `/callbacks?transaction=${id}&state=acknowledged&wait=60s`)
  for (const transaction of [other, id]) await sandbox.pay(transaction)
  t.match((await answer).json.items, [{ transaction_id: id, state: 'acknowledged' }])
})

t.test('what matches already is answered at once', async (t) => {
  const sandbox = await startTestSandbox(t)
  const id = await createPayment(sandbox)
  t.match((await controlOf(sandbox)('GET', '/transactions?status=PENDING&wait=60s')).json.items, [{ id }])
})

for (const wait of ['1ms', '0s']) {
  t.test(`when ${wait} is over and nothing matches the list is empty`, async (t) => {
    const control = controlOf(await startTestSandbox(t))
    t.match(await control('GET', `/callbacks?wait=${wait}`), { status: 200, json: { items: [], next: null } })
  })
}

t.test('findings that wait are answered when time alone makes one, and looked at no oftener than that', async (t) => {
  const { sandbox, real } = simulate()
  const { id } = await sandbox.request('m', order)
  await sandbox.pay('m', id)
  await sandbox.advance('m', 0)
  const waitForItems = createWaitingRoom({ sandbox, stopped: new AbortController().signal })
  let looks = 0
  let looked = () => {}
  const firstLook = new Promise<void>((resolve) => {
    looked = resolve
  })
  const answer = waitForItems({ world: 'm', gone: new AbortController().signal, query: { wait: '60s' } }, async () => {
    const items = await sandbox.findings('m')
    looks += 1
    looked()
    return { items, next: null }
  })
  await firstLook
  const start = real.now.getTime()
  for (const seconds of [1, 30, 59, 60]) {
    real.now = new Date(start + seconds * 1000)
    await sandbox.sweep()
    await setImmediate()
  }
  t.match((await answer).items, [{ code: 'blind-trust', transactionId: id }])
  t.equal(looks, 2)
})

t.test('a request that waits is cut when the sandbox stops', async (t) => {
  const { sandbox } = simulate()
  const stopping = new AbortController()
  const waitForItems = createWaitingRoom({ sandbox, stopped: stopping.signal })
  const gone = new AbortController()
  const call = { world: 'm', gone: gone.signal, query: { wait: '60s' } }
  const list = () => sandbox.list('m', { limit: 9 })
  const answers = [waitForItems(call, list), waitForItems(call, list)]
  stopping.abort()
  t.same(await Promise.all(answers), [
    { items: [], next: null },
    { items: [], next: null },
  ])
})

t.test('only so many wait, and who goes away or is answered leaves a place', async (t) => {
  const { sandbox } = simulate()
  const stopped = new AbortController().signal
  const waitForItems = createWaitingRoom({ sandbox, stopped, mostWaiting: 2 })
  const list = () => sandbox.list('m', { limit: 9 })
  const enter = (gone = new AbortController()) =>
    waitForItems({ world: 'm', gone: gone.signal, query: { wait: '60s' } }, list)
  const impatient = new AbortController()
  const first = enter(impatient)
  const second = enter()
  await t.rejects(enter(), { statusCode: 503, message: 'More than 2 requests are waiting already' })
  impatient.abort()
  t.same((await first).items, [])
  const third = enter()
  await t.rejects(enter(), { message: /are waiting already/ })
  const { id } = await sandbox.request('m', order)
  for (const answer of [second, third]) t.match((await answer).items, [{ id }])
})

t.test('a sandbox with requests that wait closes, and answers them', async (t) => {
  const { url, credentials, close } = await startTestSandbox(t)
  const get = (path: string, more = '') =>
    `GET /__admin${path} HTTP/1.1\r\nHost: localhost\r\nX-MARCHAND-KEY: ${credentials.merchantKey}\r\n${more}\r\n`
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let received = ''
  const answered = new Promise<void>((resolve) => {
    socket.setEncoding('utf8').on('data', (chunk) => {
      received += chunk
      resolve()
    })
  })
  const ended = once(socket, 'close')
  // Both arrive at once: when the first has its answer, the second waits.
  socket.write(get('/health') + get('/callbacks?wait=60s', 'Connection: close\r\n'))
  await answered
  await close()
  await ended
  t.match(received, /\{"status":"ok"\}[\s\S]*200 OK[\s\S]*\{"items":\[\],"next":null\}$/)
})
