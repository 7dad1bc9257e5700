import { stripVTControlCharacters } from 'node:util'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import t from 'tap'
import { Parser } from 'tap-parser'
import { formats } from '../../contracts/report/index.ts'
import type { Report } from '../../contracts/report.ts'

/** Every outcome and every weight once, in words that each format has to escape. */
const report: Report = {
  target: 'http://localhost:4002/api/v1',
  verdict: 'broken',
  calls: 7,
  promises: [
    { topic: 'payments', promise: 'a "new" payment & its <total>', source: 'php-sdk', outcome: 'kept' },
    {
      topic: 'payments',
      promise: 'amount # TODO \\ is a 400',
      source: 'http-doc',
      outcome: 'broken',
      message: 'expected 400,\ngot \'<b>\' & "200" # \u0007\ud800',
      exchange: { method: 'POST', path: '/payments/request', status: 200 },
    },
    { topic: 'payments', promise: 'no fractions', source: 'assumed', outcome: 'contradicted', message: 'accepted' },
    { topic: 'errors', promise: 'it ends', source: 'node-sdk', outcome: 'skipped', reason: 'needs # a customer' },
    { topic: 'errors', promise: 'it answers', source: 'http-doc', outcome: 'unanswered', reason: 'other side closed' },
  ],
  drift: [
    {
      ...{ weight: 'failure', kind: 'wrong type', operation: 'POST /payments/request', status: 200, count: 3 },
      ...{ field: 'total_amount', source: 'php-sdk', expected: 'integer', actual: "'200'" },
    },
    {
      ...{ weight: 'assumption', kind: 'missing', operation: 'POST /payments/request', status: 400, count: 1 },
      ...{ field: 'details[].path', source: 'assumed', expected: 'to be there', actual: 'undefined' },
    },
    {
      ...{ weight: 'notice', kind: 'undocumented field', operation: 'POST /payments/request', status: 200, count: 1 },
      ...{ field: 'wallet', source: 'http-doc', expected: 'not to be there', actual: '{ a: 1 }' },
    },
  ],
}

const summary =
  '1 kept, 1 broken, 1 contradicted, 1 unanswered, 1 skipped; drift: 1 failure, 1 assumption, 1 notice; 7 calls. The contract is broken.'

t.test('text groups the promises by topic, and ends with the counts and the verdict', async (t) => {
  t.equal(
    formats.text({ ...report, promises: report.promises.filter((_, i) => i !== 1) }),
    `The promises of the Intram API, asked of http://localhost:4002/api/v1

payments
  ✓ a "new" payment & its <total>
  ≠ no fractions (assumed)
      accepted

errors
  – it ends
      skipped: needs # a customer
  ? it answers
      no verdict: other side closed

drift from openapi.yaml
  ✗ total_amount: wrong type, expected integer, got '200' (php-sdk)
      POST /payments/request → 200, 3 times
  ≠ details[].path: missing (assumed)
      POST /payments/request → 400
  – wallet: undocumented field, such as { a: 1 } (a notice)
      POST /payments/request → 200

${summary.replace('1 broken, ', '')}
`,
  )
})

t.test('text tells a broken promise with its source, its reason and the call', async (t) => {
  const [, line = '', why] = formats.text(report).match(/( {2}✗ amount .*)\n +(expected .*)\n/) ?? []
  t.equal(line.trim(), '✗ amount # TODO \\ is a 400 (http-doc)')
  t.equal(why, 'expected 400,')
  t.match(formats.text(report), 'POST /payments/request → 200')
})

t.test('text has colours only when they are asked for', async (t) => {
  t.notMatch(formats.text(report), '\u001b')
  const colored = formats.text(report, { colors: true })
  t.match(colored, '\u001b[32m✓\u001b[39m')
  t.equal(stripVTControlCharacters(colored), formats.text(report))
})

t.test('a report without drift says so', async (t) => {
  const text = formats.text({ ...report, drift: [] })
  t.notMatch(text, 'drift from')
  t.match(text, 'drift: none')
})

t.test('a field that is left out is a notice that says what showed it', async (t) => {
  const [, , notice] = report.drift
  if (!notice) throw new Error('The report has no notice')
  const drift = [{ ...notice, kind: 'left out' as const, field: 'qr_code' }]
  t.match(formats.text({ ...report, drift }), '– qr_code: left out, though every example shows it (a notice)')
})

t.test('json is the report', async (t) => {
  t.same(JSON.parse(formats.json(report)), report)
})

t.test('junit is well-formed XML that counts what failed', async (t) => {
  const tags: SaxesTagPlain[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => t.fail(error.message))
  parser.on('opentag', (tag) => tags.push(tag))
  parser.write(formats.junit(report)).close()

  const named = (name: string) => tags.filter((tag) => tag.name === name).map(({ attributes }) => attributes)
  t.match(named('testsuites'), [{ tests: '8', failures: '2', skipped: '4', errors: '1' }])
  t.match(named('testsuite'), [
    { name: 'payments', tests: '3', failures: '1', skipped: '1' },
    { name: 'errors', tests: '2', failures: '0', skipped: '1', errors: '1' },
    { name: 'drift from openapi.yaml', tests: '3', failures: '1', skipped: '2' },
  ])
  t.equal(named('testcase').length, 8)
  t.match(named('testcase')[0], { classname: 'payments', name: 'a "new" payment & its <total> (php-sdk)' })
  t.match(named('failure')[0], { message: /got '<b>' & "200" # \ufffd\ufffd \(POST \/payments\/request → 200\)$/ })
  t.match(named('error'), [{ message: 'no verdict: other side closed' }])
  t.match(named('skipped')[1], { message: 'needs # a customer' })
})

t.test('tap is TAP 14: what only contradicts an assumption is a TODO', async (t) => {
  const { ok, count, pass, fail, todo, skip, failures, todos, skips } = parseTap(formats.tap(report))
  t.equal(ok, false)
  t.match({ count, pass, fail, todo, skip }, { count: 8, pass: 2, fail: 6, todo: 3, skip: 1 })
  t.match(failures, [
    {
      name: 'payments: amount # TODO \\ is a 400 (http-doc)',
      diag: { message: /^expected 400,\ngot '<b>' & "200" #/ },
    },
    { name: 'errors: it answers (http-doc)', diag: { message: 'no verdict: other side closed' } },
    {
      name: 'drift from openapi.yaml: POST /payments/request → 200: total_amount: wrong type',
      diag: { message: "expected integer, got '200', 3 times, known from php-sdk" },
    },
  ])
  t.match(
    todos.map(({ todo }) => todo),
    ['contradicts an assumption: accepted', 'contradicts an assumption', 'such as { a: 1 }, a notice, not a failure'],
  )
  t.match(skips, [{ name: 'errors: it ends (node-sdk)', skip: 'needs # a customer' }])
})

t.test('tap is ok when the contract is kept', async (t) => {
  const kept = {
    ...report,
    promises: report.promises.filter((_, i) => i !== 1 && i !== 4),
    drift: report.drift.slice(1),
  }
  t.equal(parseTap(formats.tap(kept)).ok, true)
})

function parseTap(text: string) {
  const parser = new Parser({ strict: true })
  parser.end(text)
  if (!parser.results) throw new Error('The TAP has no end')
  return parser.results
}
