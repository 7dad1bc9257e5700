import { PassThrough } from 'node:stream'
import t from 'tap'
import { createJsonLog } from '../server/adapters/json-log.ts'
import { controlOf } from './support/control.ts'
import { startQuietServer } from './support/quiet-server.ts'
import { closedUrl, startReceiver } from './support/receiver.ts'
import { minimalPayment, startTestSandbox } from './support/sandbox.ts'
import { pendingTransaction } from './support/transactions.ts'

t.test('a failed attempt says what went wrong and how to mend it, in both languages', async (t) => {
  const sandbox = await startTestSandbox(t)
  const laravel = await startReceiver(t, (_, response) => response.writeHead(419).end('Page Expired'))
  const { transaction_id: id } = await sandbox.client.requestPayment({
    ...minimalPayment,
    actions: { callback_url: laravel.url },
  })
  await sandbox.pay(id)
  t.match(await sandbox.waitForCallback(id), {
    state: 'pending',
    attempts: [
      { outcome: { kind: 'answered', status: 419 }, diagnosis: { code: 'laravel-csrf', severity: 'failure' } },
    ],
  })
  t.match(await sandbox.callbacks(), [{ attempts: [{ diagnosis: { code: 'laravel-csrf' } }] }])
  const { json } = await controlOf(sandbox)('GET', '/callbacks')
  t.match(json.items[0].attempts[0].diagnosis, {
    code: 'laravel-csrf',
    severity: 'failure',
    message: { en: /^Laravel answered 419/, fr: /^Laravel a répondu 419/ },
    fix: { en: /Except the route/, fr: /Exemptez la route/ },
  })
})

t.test('of an attempt that went well there is nothing to say', async (t) => {
  const sandbox = await startTestSandbox(t)
  const shop = await startReceiver(t)
  const { transaction_id: id } = await sandbox.client.requestPayment({
    ...minimalPayment,
    actions: { callback_url: shop.url },
  })
  await sandbox.pay(id)
  t.match(await sandbox.waitForCallback(id), { state: 'acknowledged', attempts: [{ diagnosis: null }] })
})

t.test('the log has one line for each attempt that failed, without the query of the URL', async (t) => {
  const stream = new PassThrough()
  const log = createJsonLog({ level: 'warn', stream })
  const { sandbox, close } = await startQuietServer(t, { log, callbackSchedule: '0s,1m' })
  const url = `${await closedUrl()}?token=s3cret`
  const { order } = await sandbox.request('m', orderWith(url))
  t.equal(order.actions.callbackUrl, url)
  const { items } = await sandbox.list('m', { limit: 1 })
  await sandbox.pay('m', items[0]?.id ?? '')
  await sandbox.advance('m', 60_000)
  await close()
  const lines = String(stream.read()).trim().split('\n')
  t.equal(lines.length, 2, lines.join('\n'))
  t.match(
    lines[0],
    /Callback 1 of [0-9a-f]{24} to http:\/\/127.0.0.1:\d+\/callback failed\. .+ It will be tried again\./,
  )
  t.match(lines[1], /Callback 2 of .+ It will not be tried again\./)
  t.notMatch(lines.join(), 's3cret')
})

t.test('the log shows no key that its merchant has put into a URL', async (t) => {
  const stream = new PassThrough()
  const { sandbox, close } = await startQuietServer(t, { log: createJsonLog({ level: 'warn', stream }) })
  const { id } = await sandbox.request('m', orderWith(`${await closedUrl()}/a-key-0123456789/b`))
  sandbox.journal.writeSoon('m', () => ({ event: request, body: null, keys: ['a-key-0123456789'] }))
  await sandbox.pay('m', id)
  await sandbox.advance('m', 0)
  await close()
  t.match(String(stream.read()), /to http:\/\/127.0.0.1:\d+\/callback\/\\u2026\/b failed/)
})

const request = {
  type: 'request',
  operation: null,
  method: 'POST',
  path: '/',
  status: 200,
  dropped: null,
  durationMs: 1,
  transactionId: null,
  headers: {},
  keysInBody: false,
  liveKeys: false,
} as const

function orderWith(callbackUrl: string) {
  return pendingTransaction({ actions: { cancelUrl: null, returnUrl: null, callbackUrl } }).order
}
