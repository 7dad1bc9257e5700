import { request } from 'node:http'
import t from 'tap'
import type { SandboxOptions } from '../../server/index.ts'
import { minimalPayment, startTestSandbox } from '../support/sandbox.ts'

/** `fetch` sends no Host of one's own. */
function receiptUrl(
  t: Parameters<typeof startTestSandbox>[0],
  options: SandboxOptions,
  headers: Record<string, string>,
) {
  return startTestSandbox(t, options).then(
    ({ baseUrl, credentials, url }) =>
      new Promise<{ receipt: string; url: string }>((resolve, reject) => {
        const { publicKey, privateKey, secretKey, merchantKey } = credentials
        const keys = {
          'x-api-key': publicKey,
          'x-private-key': privateKey,
          'x-secret-key': secretKey,
          'x-marchand-key': merchantKey,
        }
        const sent = request(`${baseUrl}/payments/request`, {
          method: 'POST',
          headers: { ...keys, 'content-type': 'application/json', ...headers },
        })
        sent.on('error', reject).on('response', (answer) => {
          let text = ''
          answer.on('data', (chunk) => {
            text += chunk
          })
          answer.on('end', () => resolve({ receipt: String(JSON.parse(text).receipt_url), url }))
        })
        sent.end(JSON.stringify(minimalPayment))
      }),
  )
}

for (const host of [
  'localhost:4002',
  'sandbox',
  '192.168.1.20:8080',
  '[::1]:4002',
  'pay.example.test',
  'my_service:4002',
]) {
  t.test(`receipt_url names the Host of the request: ${host}`, async (t) => {
    const { receipt } = await receiptUrl(t, {}, { host })
    t.match(receipt, `http://${host}/payment/gate/`)
  })
}

for (const host of [
  'webservices.intram.org:4002',
  'WEBSERVICES.INTRAM.ORG',
  'webservices.intram.org.',
  'webservices.intram.cf',
  'intram.org',
  'a b',
  'evil.example/path',
  'x@evil.example',
  'evil.example:port',
  '"><script>',
  '',
]) {
  t.test(`receipt_url never leads to ${JSON.stringify(host)}`, async (t) => {
    const { receipt, url } = await receiptUrl(t, {}, { host })
    t.match(receipt, `${url}/payment/gate/`)
  })
}

t.test('a name that merely ends like Intram is a name like any other', async (t) => {
  const { receipt } = await receiptUrl(t, {}, { host: 'notintram.org' })
  t.match(receipt, 'http://notintram.org/payment/gate/')
})

t.test('forwarded headers count only with trustProxy', async (t) => {
  const headers = { host: 'inner:4002', 'x-forwarded-host': 'pay.example.test', 'x-forwarded-proto': 'https' }
  t.match((await receiptUrl(t, {}, headers)).receipt, 'http://inner:4002/')
  t.match((await receiptUrl(t, { trustProxy: true }, headers)).receipt, 'https://pay.example.test/')
  const intrams = { ...headers, 'x-forwarded-host': 'webservices.intram.org' }
  const { receipt, url } = await receiptUrl(t, { trustProxy: true }, intrams)
  t.match(receipt, `${url}/`)
})

t.test('the public URL wins over all', async (t) => {
  const headers = { host: 'inner:4002', 'x-forwarded-host': 'other.test' }
  const { receipt } = await receiptUrl(t, { publicUrl: 'https://pay.example.test', trustProxy: true }, headers)
  t.match(receipt, 'https://pay.example.test/payment/gate/')
})
