import t from 'tap'
import { undocumentedFields } from '../../contracts/field.ts'
import { gatherDrift } from '../../contracts/gather-drift.ts'
import { leftOutFields } from '../../contracts/left-out-fields.ts'
import { findOperation } from '../../contracts/operation.ts'
import type { Drift } from '../../contracts/report.ts'
import { verify } from '../../contracts/verify.ts'
import { type Alter, changing, startDeviant } from './deviant.ts'

const create = 'POST /payments/request'
const confirm = 'GET /transactions/confirm/{transaction_id}'

type Row = { when: string; alter: Alter; says: Partial<Drift>; verdict: 'kept' | 'broken' }

const rows: Row[] = [
  {
    when: 'a required field is missing',
    alter: changing('POST', 200, ({ receipt_url, ...body }) => body),
    says: { operation: create, status: 200, kind: 'missing', field: 'receipt_url', source: 'php-sdk' },
    verdict: 'broken',
  },
  {
    when: 'a field has the wrong type',
    alter: changing('POST', 200, (body) => ({ ...body, total_amount: String(body.total_amount) })),
    says: {
      ...{ operation: create, kind: 'wrong type', field: 'total_amount', source: 'php-sdk' },
      ...{ expected: 'integer', actual: "'200'" },
    },
    verdict: 'broken',
  },
  {
    when: 'a constant is of another type: that is one mistake',
    alter: changing('GET', 200, (body) => ({ ...body, error: 'false' })),
    says: { operation: confirm, kind: 'wrong type', field: 'error', expected: 'boolean', actual: "'false'" },
    verdict: 'broken',
  },
  {
    when: 'a status is not in the list',
    alter: changing('GET', 200, (body) => ({ ...body, status: 'COMPLETED' })),
    says: {
      ...{ operation: confirm, kind: 'wrong value', field: 'status', source: 'php-sdk' },
      ...{ expected: 'PENDING or SUCCESS or FAIL or CANCELED', actual: "'COMPLETED'" },
    },
    verdict: 'broken',
  },
  {
    when: 'a constant has another value',
    alter: changing('POST', 400, (body) => ({ ...body, error: false })),
    says: { operation: create, status: 400, kind: 'wrong value', field: 'error', source: 'http-doc-2026' },
    verdict: 'broken',
  },
  {
    when: 'a text does not match its pattern',
    alter: changing('POST', 200, (body) => ({ ...body, qr_code: 'data:image/gif;base64,R0' })),
    says: { operation: create, kind: 'wrong value', field: 'qr_code', source: 'php-sdk' },
    verdict: 'broken',
  },
  {
    when: 'a text is not of its format',
    alter: changing('POST', 200, (body) => ({ ...body, payment_url: 'the page' })),
    says: { operation: create, kind: 'wrong value', field: 'payment_url', source: 'django-sdk' },
    verdict: 'broken',
  },
  {
    when: 'an entry of a list is wrong',
    alter: changing('GET', 200, (body) => ({ ...body, transaction: { ...body.transaction, _channels: ['mtn', 5] } })),
    says: { operation: confirm, kind: 'wrong type', field: 'transaction._channels[]', source: 'php-sdk' },
    verdict: 'broken',
  },
  {
    when: 'a status code is not documented',
    alter: (answer, { method }) => (method === 'POST' && answer.status === 200 ? { status: 201 } : undefined),
    says: {
      ...{ operation: create, status: 201, kind: 'wrong status code', field: '', source: 'http-doc' },
      ...{ expected: 'one of 200, 400, 401, 500', actual: '201' },
    },
    verdict: 'broken',
  },
  {
    when: 'an answer is a page instead of JSON',
    alter: ({ status }, { method }) =>
      method === 'GET' && status === 400 ? { type: 'text/html', body: '<h1>Bad request</h1>' } : undefined,
    says: { operation: confirm, status: 400, kind: 'wrong type', field: '', expected: 'JSON', actual: "'text/html'" },
    verdict: 'broken',
  },
  {
    when: 'a field is not documented: a notice',
    alter: changing('GET', 200, (body) => ({ ...body, transaction: { ...body.transaction, _wallet: 'main' } })),
    says: {
      ...{ operation: confirm, kind: 'undocumented field', field: 'transaction._wallet', actual: "'main'" },
      weight: 'notice',
    },
    verdict: 'kept',
  },
  {
    when: 'a field is left out that is optional, but in every example: a notice',
    alter: changing('POST', 200, ({ qr_code, ...body }) => body),
    says: {
      ...{ operation: create, status: 200, kind: 'left out', field: 'qr_code', source: 'php-sdk' },
      ...{ expected: 'to be there', actual: 'undefined', weight: 'notice' },
    },
    verdict: 'broken', // There is a promise of its own for it.
  },
  {
    when: 'a field is left out that no promise is about: a notice',
    alter: changing('GET', 200, ({ message, ...body }) => body),
    says: { operation: confirm, kind: 'left out', field: 'message', weight: 'notice' },
    verdict: 'kept',
  },
  {
    when: 'a field that is only assumed is otherwise: a contradicted assumption',
    alter: changing('GET', 200, (body) => ({ ...body, marchand: { name: 5 } })),
    says: { operation: confirm, kind: 'wrong type', field: 'marchand.name', source: 'assumed', weight: 'assumption' },
    verdict: 'kept',
  },
]

for (const { when, alter, says, verdict } of rows) {
  t.test(`drift is told once, with its place, when ${when}`, async (t) => {
    const target = await startDeviant(t, alter)

    const report = await verify(target)

    t.match(report.drift, [says])
    t.equal(report.drift.length, 1)
    t.equal(report.verdict, verdict)
  })
}

t.test('drift that many answers show is one entry that counts them', async (t) => {
  const target = await startDeviant(
    t,
    changing('POST', 200, ({ receipt_url, ...body }) => body),
  )

  const { drift, promises } = await verify(target)

  const created = target.calls.filter(({ call, answer }) => call.method === 'POST' && answer.status === 200)
  t.equal(drift[0]?.count, created.length)
  t.ok(promises.filter(({ outcome }) => outcome === 'broken').length <= 2, 'the promises are asked all the same')
})

t.test('data that the merchant attached may be anything', async (t) => {
  const target = await startDeviant(
    t,
    changing('GET', 200, (body) => ({ ...body, custom_data: { any: [{ thing: 1 }] } })),
  )
  t.same((await verify(target)).drift, [])
})

t.test('the gravest drift comes first', async (t) => {
  const target = await startDeviant(
    t,
    changing('GET', 200, (body) => ({ ...body, marchand: { name: 5 }, novelty: 1, amount: '200' })),
  )
  const { drift } = await verify(target)
  t.same(
    drift.map(({ weight }) => weight),
    ['failure', 'assumption', 'notice'],
  )
})

t.test('drift that only an assumption knew weighs as much as the gravest answer that shows it', async (t) => {
  const { listen, gathered } = gatherDrift({ failOn: 'broken', hide: (text) => text })
  const answer = { method: 'POST', path: '/payments/request', status: 422, contentType: 'application/json', json: {} }
  for (const asked of ['assumed', 'php-sdk', 'assumed'] as const) listen(answer, asked)
  t.match(gathered(), [{ kind: 'wrong status code', source: 'http-doc', weight: 'failure', count: 3 }])
})

t.test('--fail-on assumed makes a contradicted assumption a failure', async (t) => {
  const target = await startDeviant(
    t,
    changing('GET', 200, (body) => ({ ...body, marchand: { name: 5 } })),
  )
  const { drift, verdict } = await verify(target, { failOn: 'assumed' })
  t.match(drift, [{ field: 'marchand.name', weight: 'failure' }])
  t.equal(verdict, 'broken')
})

t.test('a call is an operation by its method and path, two slashes or one', async (t) => {
  t.equal(findOperation('GET', '/transactions/confirm/5f2d7a96b97d9d3fea912c11')?.name, confirm)
  t.equal(findOperation('GET', '//transactions/confirm/QW9PHIeVyL')?.name, confirm)
  t.equal(findOperation('POST', '/payments/request')?.name, create)
  for (const path of ['/payments/request', '/transactions/confirm/', '/transactions/confirm/a/b', '/transactions']) {
    t.equal(findOperation('GET', path), undefined, path)
  }
})

t.test('only what is optional and in every example is left out', async (t) => {
  const schema = { required: ['a'] }
  t.same(
    leftOutFields(
      {},
      {
        schema,
        examples: [
          { a: 1, b: 1, c: 1, d: null },
          { a: 1, b: 1, d: 1 },
        ],
      },
    ),
    ['b', 'd'],
  )
  t.same(leftOutFields({ b: null }, { schema, examples: [{ a: 1, b: 1 }] }), [])
  t.same(leftOutFields({}, { schema, examples: [] }), [])
  for (const none of [[], 'a', null]) t.same(leftOutFields(none, { schema, examples: [{ b: 1 }] }), [])
})

t.test('only what a closed list of properties lacks is undocumented', async (t) => {
  const listed = { properties: { a: { items: { properties: { b: {} } } } } }
  t.same(undocumentedFields({ a: [{ b: { c: 1 } }, { d: 1 }], e: 1 }, listed), [['a', '1', 'd'], ['e']])
  t.same(undocumentedFields({ toString: 1 }, listed), [['toString']])
  t.same(undocumentedFields({ e: 1 }, { ...listed, additionalProperties: true }), [])
  t.same(undocumentedFields('a', listed), [])
})
