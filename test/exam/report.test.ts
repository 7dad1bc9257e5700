import { SaxesParser } from 'saxes'
import t from 'tap'
import type { Result } from '../../server/exam/exam.ts'
import { formats, resultText, summary } from '../../server/exam/report.ts'

const said = {
  method: 'POST',
  url: 'http://localhost:3000/callback',
  sent: '{"a":1}',
  status: 200,
  received: '\u001b[2JOK',
}
const inBoth = (en: string) => ({ en, fr: 'un texte' })
const results: Result[] = [
  {
    code: 'one',
    title: inBoth('it is well'),
    fix: inBoth('Nothing.'),
    outcome: 'passed',
    why: inBoth('it is'),
    transcript: [said],
  },
  {
    code: 'two',
    title: inBoth('it is | <ill>'),
    fix: inBoth('Mend it.'),
    outcome: 'failed',
    why: inBoth('it is not'),
    transcript: [said, said],
  },
  {
    code: 'three',
    title: inBoth('who knows'),
    fix: inBoth('Look.'),
    outcome: 'not-observable',
    why: inBoth('nobody'),
    transcript: [],
  },
]
const report = { app: 'http://localhost:3000', results }

t.test('a case on a terminal: what failed says why, how to mend it and what was said, once', async (t) => {
  t.equal(resultText(results[0] as Result, false), '✓ it is well (one)\n')
  t.equal(
    resultText(results[1] as Result, false),
    [
      '✗ it is | <ill> (two)',
      '    it is not',
      '    Mend it.',
      '      > POST http://localhost:3000/callback',
      '      > {"a":1}',
      '      < 200 ?[2JOK',
      '        (2 times)',
      '',
    ].join('\n'),
  )
  t.equal(resultText(results[2] as Result, false), '? who knows (three)\n    nobody\n')
  t.match(resultText(results[1] as Result, true), '\u001b[31m✗')
  t.equal(summary(report), '1 passed, 1 failed, 1 not observable\n')
})

t.test('machines read it as JSON, JUnit, SARIF or Markdown', async (t) => {
  t.same(JSON.parse(formats.json(report)), report)

  const seen: string[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => seen.push(`${name} ${attributes.classname ?? ''}`.trim()))
  parser.write(formats.junit(report)).close()
  t.same(seen, [
    'testsuites',
    ...['testsuite', 'testcase one'],
    ...['testsuite', 'testcase two', 'failure'],
    ...['testsuite', 'testcase three', 'skipped'],
  ])

  const { version, runs } = JSON.parse(formats.sarif(report))
  t.equal(version, '2.1.0')
  t.match(runs[0].tool.driver.rules, [{ id: 'one' }, { id: 'two', help: { text: 'Mend it.' } }, { id: 'three' }])
  t.match(runs[0].results, [
    { kind: 'pass', message: { text: /^it is well: it is$/ } },
    {
      ruleId: 'two',
      kind: 'fail',
      level: 'error',
      message: { text: /^it is \| <ill>: it is not\n> POST http:.*\n> .*\n< 200 / },
    },
    { kind: 'open' },
  ])

  t.match(formats.markdown(report), '| ✗ | it is \\| &lt;ill> (`two`) | it is not. Mend it. |')
})

t.test('Markdown tells what was said in the cases that failed, in a fence that holds', async (t) => {
  const fenced = { ...said, received: '```</details>' }
  const [passed, failed] = results as [Result, Result]
  const text = formats.markdown({ ...report, results: [passed, { ...failed, transcript: [fenced] }] })
  t.equal(
    text.slice(text.indexOf('<details>')),
    [
      ...['<details>', '<summary>What was said in <code>two</code></summary>', '', '````text'],
      ...['> POST http://localhost:3000/callback', '> {"a":1}', '< 200 ```</details>'],
      ...['````', '', '</details>', ''],
    ].join('\n'),
  )
})
