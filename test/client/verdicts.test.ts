import t from 'tap'
import { createClient } from '../../client/index.ts'
import { startAnswering } from '../support/answering.ts'
import { minimalPayment, startTestSandbox } from '../support/sandbox.ts'
import { errorOf, id, keys } from './error-of.ts'

t.test('a refusal carries status, method, URL, message and details', async (t) => {
  const { client, baseUrl } = await startTestSandbox(t)
  const error = await errorOf(client.requestPayment({ ...minimalPayment, invoice: { currency: 'EUR', amount: 0 } }))
  t.match(error, {
    name: 'IntramError',
    outcome: 'refused',
    isUncertain: false,
    status: 400,
    method: 'POST',
    url: `${baseUrl}/payments/request`,
    message: `POST ${baseUrl}/payments/request: 400 The request is not valid`,
  })
  t.same(error.details.map(({ path }) => path).sort(), ['/invoice/amount', '/invoice/currency'])
})

const verdicts: [what: string, status: number, type: string, body: string, outcome: string, message: RegExp][] = [
  [
    '500 with the envelope',
    500,
    'application/json',
    '{"error":true,"message":"Server error"}',
    'uncertain',
    /500 Server error/,
  ],
  ['502 with a page', 502, 'text/html', '<html>Bad gateway', 'uncertain', /502, not JSON but text\/html/],
  ['200 with a page', 200, 'text/html; charset=utf-8', '<html>Welcome', 'uncertain', /200, not JSON but text\/html:/],
  ['200 that is empty', 200, 'application/json', '', 'uncertain', /not JSON/],
  ['200 that is cut off', 200, 'application/json', '{"error":fal', 'uncertain', /not JSON/],
  ['200 that is a text', 200, 'application/json', '"ok"', 'uncertain', /not JSON/],
  ['403 with a page', 403, 'text/html', '<html>Forbidden', 'uncertain', /403, not JSON/],
  ['302', 302, 'application/json', '{}', 'uncertain', /302: the API never redirects/],
  ['400 with the envelope', 400, 'application/json', '{"error":true,"message":"No"}', 'refused', /400 No/],
  ['401 without a message', 401, 'application/json', '{}', 'refused', /401 no message/],
  ['200 with error true', 200, 'application/json', '{"error":true,"message":"No"}', 'refused', /: No$/],
]

const created = { status: 'PENDING', transaction_id: id, receipt_url: 'http://localhost/gate', total_amount: 1000 }
for (const [body, lacks] of [
  ['[]', 'no "error": false, no status, no transaction_id, no receipt_url, no total_amount'],
  ['{}', 'no "error": false, no status, no transaction_id, no receipt_url, no total_amount'],
  ['{"error":false}', 'no status, no transaction_id, no receipt_url, no total_amount'],
  ['{"status":"ERROR"}', 'no "error": false, no transaction_id, no receipt_url, no total_amount'],
  [JSON.stringify({ error: 'true', ...created }), 'no "error": false'],
  [JSON.stringify(created), 'no "error": false'],
  [JSON.stringify({ error: false, ...created, transaction_id: null }), 'no transaction_id'],
  ['{"__proto__":{"error":false}}', 'no "error": false, no status, no transaction_id, no receipt_url, no total_amount'],
] as const) {
  const message = new RegExp(`200 without a verdict: the answer has ${lacks}$`)
  verdicts.push([`200 with ${body}`, 200, 'application/json', body, 'uncertain', message])
}

for (const [what, status, type, body, outcome, message] of verdicts) {
  t.test(`${what} is ${outcome}`, async (t) => {
    const { baseUrl, calls } = await startAnswering(t, (_, response) => {
      response.writeHead(status, { 'content-type': type, location: '/elsewhere' }).end(body)
    })
    const client = createClient({ baseUrl, keys })
    t.teardown(() => client.close())
    t.match(await errorOf(client.requestPayment(minimalPayment)), { outcome, message, status })
    t.equal(calls.length, 1, 'a POST is sent once')
  })
}
