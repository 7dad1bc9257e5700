import t from 'tap'
import { controlOf, createPayment } from '../support/control.ts'
import { startTestSandbox } from '../support/sandbox.ts'

type Case = [what: string, method: string, path: string, options: object, status: number, answer: object]

const anonymous = { headers: { 'x-marchand-key': null } }
const wrong = (path: string, message: string | RegExp) => ({
  message: 'The request is not valid',
  details: [{ path, message }],
})
const whose = { message: /^Whose world\?.*\?merchant=.*X-MARCHAND-KEY/ }
const parameters = 'takes only merchant, status, limit, after, wait'

const cases: Case[] = [
  ['an unknown route', 'GET', '/nothing', {}, 404, { message: /No such route for GET: .*\/__admin\/openapi\.json/ }],
  ['a wrong method', 'DELETE', '/transactions', {}, 405, { message: 'DELETE is not possible here: use GET' }],
  ['no merchant to list', 'GET', '/transactions', anonymous, 400, whose],
  ['no merchant to read', 'GET', '/transactions/abc', anonymous, 400, whose],
  ['no merchant to pay', 'POST', '/transactions/abc/pay', anonymous, 400, whose],
  ['no merchant to reset', 'POST', '/reset', anonymous, 400, whose],
  ['an empty merchant', 'GET', '/clock?merchant=', anonymous, 400, whose],
  ['a merchant of spaces', 'GET', '/clock?merchant=%20', anonymous, 400, whose],
  ['two merchants', 'GET', '/clock?merchant=a&merchant=b', {}, 400, wrong('/merchant', 'must be given once')],
  [
    'a merchant of 257 characters',
    'GET',
    `/clock?merchant=${'a'.repeat(257)}`,
    {},
    400,
    wrong('/merchant', 'is longer than 256 characters'),
  ],
  ['an unknown callback', 'POST', '/callbacks/abc/replay', {}, 404, { message: 'Callback not found' }],
  ['a transaction named __proto__', 'GET', '/transactions/__proto__', {}, 404, { message: 'Transaction not found' }],
  ['an id of 65 characters', 'GET', `/transactions/${'a'.repeat(65)}`, {}, 400, { details: [{ path: '/id' }] }],
  ['an unknown parameter', 'GET', '/transactions?stauts=FAIL', {}, 400, wrong('/', parameters)],
  [
    'an unknown status',
    'GET',
    '/transactions?status=PAID',
    {},
    400,
    wrong('/status', 'must be one of PENDING, SUCCESS, FAIL, CANCELED'),
  ],
  [
    'an unknown state',
    'GET',
    '/callbacks?state=done',
    {},
    400,
    wrong('/state', /^must be one of pending, acknowledged/),
  ],
  ...['0', '1001', '-1', '1.5', 'all', ''].map(
    (limit): Case => [
      `a limit of '${limit}'`,
      'GET',
      `/transactions?limit=${limit}`,
      {},
      400,
      wrong('/limit', 'must be a whole number from 1 to 1000'),
    ],
  ),
  ['two limits', 'GET', '/transactions?limit=1&limit=2', {}, 400, { details: [{ path: '/limit' }] }],
  ...['5', '2m', '', '-1s', '5 minutes please'].map(
    (wait): Case => [
      `a wait of '${wait}'`,
      'GET',
      `/transactions?wait=${encodeURIComponent(wait)}`,
      {},
      400,
      wrong('/wait', 'must be a duration such as 500ms, 5s or 1m, and at most 60s'),
    ],
  ),
  ...['X', '', 'visa card', 'MTN;MOOV'].map(
    (channel): Case => [
      `a channel of '${channel}'`,
      'POST',
      '/transactions/abc/pay',
      { body: { channel } },
      400,
      wrong('/channel', 'must be MTN, MOOV, VISA, MASTERCARD or card'),
    ],
  ),
  ...['123', 'abc', '0261000000', '33661000000'].map(
    (account_number): Case => [
      `a number of '${account_number}'`,
      'POST',
      '/transactions/abc/pay',
      { body: { account_number } },
      400,
      wrong('/account_number', /^must be a mobile number of Benin: 8 digits/),
    ],
  ),
  [
    'a card with a number',
    'POST',
    '/transactions/abc/pay',
    { body: { channel: 'card', account_number: '61000000' } },
    400,
    wrong('/account_number', /^must be left out/),
  ],
  [
    'a failure for no known reason',
    'POST',
    '/transactions/abc/fail',
    { body: { reason: 'bad luck' } },
    400,
    wrong('/reason', 'must be one of insufficient-funds, wrong-pin, account-blocked'),
  ],
  [
    'a failure with an unknown field',
    'POST',
    '/transactions/abc/fail',
    { body: { why: 'wrong-pin' } },
    400,
    wrong('/', 'must be an object with nothing but reason'),
  ],
  [
    'a scenario with an unknown field',
    'PUT',
    '/scenario',
    { body: { scenario: 'fail', x: 1 } },
    400,
    wrong('/', /^must be an object with nothing but scenario/),
  ],
  [
    'a payment that is a list',
    'POST',
    '/transactions/abc/pay',
    { body: '[]' },
    400,
    wrong('/', 'must be an object with nothing but channel and account_number'),
  ],
  [
    'a payment with an unknown field',
    'POST',
    '/transactions/abc/pay',
    { body: { number: '61000000' } },
    400,
    wrong('/', 'must be an object with nothing but channel and account_number'),
  ],
  [
    'a number that is none',
    'POST',
    '/transactions/abc/pay',
    { body: { account_number: 61000000 } },
    400,
    wrong('/account_number', /^must be a text/),
  ],
  ['a payment as a form', 'POST', '/transactions/abc/pay', { ...form('channel=MTN') }, 415, { message: /as JSON/ }],
  [
    'malformed JSON',
    'POST',
    '/transactions/abc/pay',
    { body: '{1' },
    400,
    { message: /not valid JSON \(position 1\)/ },
  ],
  [
    'a __proto__ key',
    'POST',
    '/transactions/abc/pay',
    { body: '{"__proto__":{}}' },
    400,
    { message: /^The body has a key.*__proto__/ },
  ],
  ['an advance of nothing', 'POST', '/clock/advance', {}, 400, { message: 'The request is not valid' }],
  ...[-1, 31_622_401, '300', null].map(
    (seconds): Case => [
      `an advance of ${JSON.stringify(seconds)}`,
      'POST',
      '/clock/advance',
      { body: { seconds } },
      400,
      wrong('/seconds', 'must be a number of seconds from 0 to 31622400 (366 days)'),
    ],
  ),
]

function form(body: string) {
  return { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }
}

t.test('every error of the control API is answered in the one envelope', async (t) => {
  const control = controlOf(await startTestSandbox(t))
  for (const [what, method, path, options, status, answer] of cases) {
    const { status: actual, json, text, headers } = await control(method, path, options)
    t.equal(actual, status, `${what}: ${status}`)
    t.match(headers['content-type'], /^application\/json/)
    t.match(json, { error: true, status: 'ERROR', ...answer }, what)
    t.notMatch(text, /node_modules|\.[tj]s:|\\n +at /, 'no stack trace')
  }
})

t.test('no answer repeats a key, wherever it was put', async (t) => {
  const sandbox = await startTestSandbox(t)
  const control = controlOf(sandbox)
  const id = await createPayment(sandbox)
  const key = 'tsk_5ecretsecret'
  const answers = [
    await control('GET', `/transactions?merchant=${key}`),
    await control('GET', `/transactions?merchant=${key.repeat(20)}`),
    await control('GET', '/transactions', { headers: { 'x-marchand-key': key.repeat(20) } }),
    await control('GET', `/transactions?${key}=1`),
    await control('GET', `/transactions?status=${key}`),
    await control('GET', `/transactions/${key}`),
    await control('POST', `/transactions/${id}/pay`, { body: { [key]: key } }),
    await control('POST', `/transactions/${id}/pay`, { body: `{"channel": ${key}` }),
  ]
  for (const { text, status } of answers) t.notMatch(text, /5ecret/, `status ${status}`)
})
