import t from 'tap'
import { formats } from '../../contracts/report/index.ts'
import type { Result } from '../../contracts/report.ts'
import { verify } from '../../contracts/verify.ts'
import { startAnswering } from '../support/answering.ts'
import { type Alter, type Answer, changing, startDeviant } from './deviant.ts'
import { testKeys } from './keys.ts'

const find = (promises: Result[], start: string) => promises.find(({ promise }) => promise.startsWith(start))

t.test('a target that nobody can play a customer on keeps the rest, and is told what was skipped', async (t) => {
  const report = await verify(await startDeviant(t))
  t.equal(report.verdict, 'kept')
  const skipped = report.promises.filter((result) => result.outcome === 'skipped')
  t.match(find(skipped, 'a payment confirms as SUCCESS'), { reason: /needs a customer/ })
  t.match(find(skipped, "another merchant's transaction"), { reason: /simulation only/ })
  t.match(find(skipped, 'an amount over 2^53 - 1 as a number'), { reason: /simulation only/ })
  t.equal(skipped.length, 9)
  t.equal(report.promises.filter(({ outcome }) => outcome === 'kept').length, report.promises.length - 9)
})

t.test('no more calls are sent than promises are asked, and all that is created is of 200 XOF', async (t) => {
  const target = await startDeviant(t)
  const report = await verify(target)
  const asked = report.promises.filter(({ outcome }) => outcome !== 'skipped')
  t.equal(report.calls, target.calls.length)
  t.ok(target.calls.length <= asked.length, `${target.calls.length} calls for ${asked.length} promises`)
  for (const { call, answer } of target.calls) {
    const { total_amount } = answer.body as { total_amount?: number }
    if (call.method === 'POST' && answer.status === 200) t.equal(total_amount, 200)
    const amount = Number((call.body as { invoice?: { amount?: unknown } })?.invoice?.amount ?? 0)
    t.notOk(Math.abs(amount) > 201, `${amount} is too much to ask of a target that may be real`)
  }
})

t.test('a call that fails is never sent again', async (t) => {
  const target = await startDeviant(t, (_, { method }) => (method === 'GET' ? { status: 500 } : undefined))
  const report = await verify(target)
  t.equal(report.verdict, 'broken')
  const seen = target.calls.filter(({ call }) => call.path.endsWith('/confirm/000000000000000000000000'))
  t.equal(seen.length, 8, 'seven about keys, one about the unknown transaction')
})

t.test('a broken promise says what was expected, and which call shows it', async (t) => {
  const target = await startDeviant(
    t,
    changing('POST', 200, (body) => ({ ...body, total_amount: 210 })),
  )
  const { promises, verdict } = await verify(target)
  t.equal(verdict, 'broken')
  t.same(find(promises, 'the total is the amount'), {
    topic: 'payments',
    promise: 'the total is the amount that was asked for, in XOF',
    source: 'php-sdk',
    outcome: 'broken',
    message: 'expected 200, got 210',
    exchange: { method: 'POST', path: '/payments/request', status: 200 },
  })
})

t.test('a promise that only this project makes is contradicted, not broken, unless one asks for it', async (t) => {
  const notFound: Alter = ({ body, status }, { path }) =>
    path.endsWith('/confirm/000000000000000000000000') && status === 400 ? { status: 404, body } : undefined
  const target = await startDeviant(t, notFound)

  const lenient = await verify(target)
  t.match(find(lenient.promises, 'an unknown transaction'), {
    outcome: 'contradicted',
    message: 'expected 400, got 404',
  })
  t.match(lenient.drift, [{ kind: 'wrong status code', status: 404, source: 'assumed', weight: 'assumption' }])
  t.equal(lenient.verdict, 'kept')

  const strict = await verify(target, { failOn: 'assumed' })
  t.match(find(strict.promises, 'an unknown transaction'), { outcome: 'broken' })
  t.equal(strict.verdict, 'broken')
})

t.test('a sandbox that takes any keys is not blamed for it; a target that does is', async (t) => {
  const sandbox = await verify(await startDeviant(t, undefined, { anyKeys: true }))
  t.match(find(sandbox.promises, 'wrong keys'), { outcome: 'skipped', reason: /--keys FILE/ })
  t.match(find(sandbox.promises, 'one wrong key'), { outcome: 'skipped' })
  t.equal(sandbox.verdict, 'kept')

  const accepted: Alter = ({ status, body }, { method, headers }) =>
    method === 'GET' && headers['x-secret-key']?.includes('wrong') && status === 401 ? { status: 400, body } : undefined
  const careless = await verify(await startDeviant(t, accepted))
  t.match(find(careless.promises, 'wrong keys'), { outcome: 'broken', message: 'expected 401, got 400' })
  t.match(find(careless.promises, 'one wrong key'), { outcome: 'broken' })
})

t.test('a target that derives the merchant is not asked for the header', async (t) => {
  const target = await startDeviant(t)
  const { promises } = await verify({ ...target, merchantHeader: 'optional' })
  t.match(find(promises, 'a call without X-MARCHAND-KEY'), { outcome: 'skipped', reason: /optional/ })
  const withoutIt = target.calls.filter(({ call }) => !('x-marchand-key' in call.headers))
  t.ok(
    withoutIt.every(({ call }) => !('x-secret-key' in call.headers)),
    'it is left out only where all keys are',
  )
})

t.test('a key that is left out is not sent at all', async (t) => {
  const target = await startDeviant(t)
  await verify(target)
  const names = ['x-api-key', 'x-private-key', 'x-secret-key', 'x-marchand-key']
  const lacking = target.calls.map(({ call }) => names.filter((name) => !(name in call.headers)).join())
  for (const name of names) t.ok(lacking.includes(name), name)
})

t.test('a final slash of the base URL does not matter', async (t) => {
  const target = await startDeviant(t)
  const report = await verify({ ...target, baseUrl: `${target.baseUrl}/` })
  t.equal(report.target, target.baseUrl)
  t.equal(report.verdict, 'kept')
})

const page = { type: 'text/html', body: '<h1>It works!</h1>' }
const hopeless: { target: string; alter: Alter; message: RegExp }[] = [
  {
    target: 'refuses the keys',
    alter: () => ({ status: 401 }),
    message: /refuses the keys .* check INTRAM_PUBLIC_KEY/,
  },
  { target: 'answers with a page', alter: () => page, message: /not answer like Intram .*text\/html.* \/api\/v1/ },
  { target: 'is a broken gateway', alter: () => ({ ...page, status: 502 }), message: /not answer like Intram/ },
  { target: 'has no such route', alter: () => ({ status: 404, body: {} }), message: /not answer like Intram/ },
  { target: 'redirects', alter: () => ({ status: 302, body: {} }), message: /not answer like Intram .*redirects/ },
]

for (const { target: kind, alter, message } of hopeless) {
  t.test(`a target that ${kind} is asked once, and is not reported on`, async (t) => {
    const target = await startDeviant(t, alter)
    await t.rejects(verify(target), { name: 'CannotVerify', message })
    t.equal(target.calls.length, 1)
  })
}

t.test('a target that hangs up cannot be asked', async (t) => {
  const { baseUrl, calls } = await startAnswering(t, (request) => request.socket.destroy())
  await t.rejects(verify({ baseUrl, keys: testKeys('a') }), { name: 'CannotVerify', message: /does not answer/ })
  t.equal(calls.length, 1)
})

t.test('a target that hangs up on one call leaves that promise undecided, and is asked the rest', async (t) => {
  const target = await startDeviant(t, (_, { path }) => ({ hangsUp: path.endsWith('/no/such/route') }))
  const { promises, verdict, drift } = await verify(target, { failOn: 'assumed' })
  const undecided = promises.filter(({ outcome }) => outcome !== 'kept' && outcome !== 'skipped')
  t.match(undecided, [{ promise: /an unknown route/, outcome: 'unanswered', reason: 'other side closed' }])
  t.equal(undecided.length, 1)
  t.match({ verdict, drift }, { verdict: 'undecided', drift: [] })
  t.notOk(promises.some((result) => result.outcome === 'skipped' && /not asked/.test(result.reason)))
})

const silences: { target: string; answer: Partial<Answer>; reason: RegExp }[] = [
  { target: 'hangs up', answer: { hangsUp: true }, reason: /^other side closed \(UND_ERR_SOCKET\)$/ },
  { target: 'never answers', answer: { neverComes: true }, reason: /^no answer within 500 ms$/ },
  {
    target: 'is behind a gateway that has lost it',
    answer: { status: 502, type: 'text/html', body: '<h1>Bad gateway</h1>' },
    reason: /^502, not from Intram: text\/html$/,
  },
  {
    target: 'is behind a gateway that speaks JSON',
    answer: { status: 503, body: { message: 'Service Unavailable', error: 'unavailable' } },
    reason: /^503, not from Intram: application\/json$/,
  },
]

for (const { target: kind, answer, reason } of silences) {
  t.test(`a target that ${kind} after some calls breaks nothing, and is soon left in peace`, async (t) => {
    let calls = 0
    const target = await startDeviant(t, () => {
      calls += 1
      return calls > 10 ? answer : undefined
    })
    const report = await verify(target, { failOn: 'assumed', timeoutMs: 500 })
    t.match(report, { verdict: 'undecided', drift: [], calls: 13 })
    const outcomes = (sought: string) => report.promises.filter(({ outcome }) => outcome === sought)
    t.equal(outcomes('broken').length + outcomes('contradicted').length, 0)
    t.equal(outcomes('kept').length, 12, 'what was judged before stands')
    for (const unanswered of outcomes('unanswered')) t.match(unanswered, { reason })
    t.equal(outcomes('unanswered').length, 3)
    t.match(report.promises.at(-1), { outcome: 'skipped', reason: 'not asked: 3 calls in a row got no verdict' })
  })
}

t.test('a broken promise stays broken when the target is gone afterwards', async (t) => {
  let calls = 0
  const target = await startDeviant(t, ({ body }) => {
    calls += 1
    if (calls > 10) return { hangsUp: true }
    return { body: { ...(body as object), total_amount: 210 } }
  })
  t.match(await verify(target), { verdict: 'broken' })
})

t.test('a 500 in the envelope of Intram is a verdict', async (t) => {
  const target = await startDeviant(t, (_, { path }) =>
    path.endsWith('/no/such/route')
      ? { status: 500, body: { error: true, status: 'ERROR', message: 'No' } }
      : undefined,
  )
  const { promises, verdict } = await verify(target, { failOn: 'assumed' })
  t.match(find(promises, 'an unknown route'), { outcome: 'broken', message: 'expected 404, got 500' })
  t.equal(verdict, 'broken')
})

t.test('keys are not sent in the clear to the world', async (t) => {
  const target = { baseUrl: 'http://example.com/api/v1', keys: testKeys('a') }
  await t.rejects(verify(target), { name: 'CannotVerify', message: /use https \(http:\/\/example.com/ })
})

t.test('no report holds a key or most of one, even if the target sends them back', async (t) => {
  const echo: Alter = ({ body, status }, { headers }) => {
    const sent = ['x-api-key', 'x-private-key', 'x-secret-key', 'x-marchand-key'].map((name) => headers[name] ?? '')
    const text = sent.join(' ')
    const type = `text/html; of="${text}"`
    if (status === 400) return { type, body: '<h1>Bad request</h1>' }
    return {
      type,
      body: {
        ...(body as object),
        message: `${'-'.repeat(150)}${text}`,
        status: `\u001b[31m${text}`,
        ...(status === 200 && {
          transaction_id: sent[2],
          [`with ${text}`]: { deep: [text] },
          receipt_url: text,
          total_amount: { [text]: text },
        }),
      },
    }
  }
  const target = await startDeviant(t, echo)
  const report = await verify(target)
  t.equal(report.verdict, 'broken')
  t.ok(report.drift.length > 5)
  for (const [name, format] of Object.entries(formats)) {
    const text = format(report, { colors: false })
    for (const key of Object.values(target.keys)) t.notOk(text.includes(key.slice(0, 12)), `a key in ${name}`)
    t.notOk(text.includes('\u001b'), `a terminal would obey ${name}`)
  }
})

t.test('a target that cannot be asked does not get a key into the message', async (t) => {
  const target = await startDeviant(t, ({ body }, { headers }) => {
    return { status: 401, body: { ...(body as object), message: `no ${headers['x-secret-key']}` } }
  })
  await t.rejects(verify(target), { message: /refuses the keys \(401 no …\)/ })
})
