import { SaxesParser } from 'saxes'
import t from 'tap'
import { createClient } from '../../client/index.ts'
import { lints } from '../../server/domain/findings/catalogue.ts'
import { gatherFindings, isAsBadAs } from '../../server/findings/gather.ts'
import { formats, summaryOf } from '../../server/findings/report.ts'
import { startQuietServer } from '../support/quiet-server.ts'
import { minimalPayment, startTestSandbox } from '../support/sandbox.ts'

const merchant = 'merchant-key-0123456789'

/** Two merchants, one of which has no callback_url and writes its amount as text. */
async function found(t: Parameters<typeof startQuietServer>[0]) {
  const { sandbox, origin } = await startQuietServer(t)
  const keys = { publicKey: 'p', privateKey: 'q', secretKey: 's', merchantKey: merchant }
  const client = createClient({ baseUrl: `${origin}/api/v1`, keys })
  t.teardown(() => client.close())
  for (const amount of ['1000', '2000']) {
    await client.requestPayment({ ...minimalPayment, invoice: { ...minimalPayment.invoice, amount } })
  }
  return { sandbox, found: await gatherFindings(sandbox) }
}

t.test('findings are gathered by merchant and kind, the worst first, without a whole merchant key', async (t) => {
  const { found: all, sandbox } = await found(t)
  t.match(all, [
    { code: 'no-callback-url', severity: 'warning', times: 2, merchant: 'merchant…' },
    { code: 'amount-as-text', severity: 'note', times: 2 },
  ])
  t.notMatch(JSON.stringify(all), merchant)
  t.same(
    (await gatherFindings(sandbox, ['no-callback-url'])).map(({ code }) => code),
    ['amount-as-text'],
  )
  t.equal(isAsBadAs(all, 'warning'), true)
  t.equal(isAsBadAs(all, 'error'), false)
  t.equal(isAsBadAs([], 'note'), false)
})

t.test('the summary says what, how to mend it and where; nothing when there is nothing', async (t) => {
  const { found: all } = await found(t)
  const text = summaryOf(all, false)
  t.match(text, /^warning no-callback-url \(2 times\)\n {2}.+\n {2}.+\n {2}merchant merchant…, [0-9a-f]{24}/m)
  t.equal(summaryOf([], false), '')
})

t.test('machines read them as JUnit, SARIF or Markdown', async (t) => {
  const { found: all } = await found(t)
  const seen: string[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => seen.push(name))
  parser.write(formats.xml(all)).close()
  t.equal(seen.filter((name) => name === 'testcase').length, lints.length)
  t.equal(seen.filter((name) => name === 'failure').length, 2)

  const [run] = JSON.parse(formats.sarif(all)).runs
  t.equal(run.tool.driver.rules.length, lints.length)
  t.match(run.results, [
    { ruleId: 'no-callback-url', level: 'warning' },
    { ruleId: 'amount-as-text', level: 'note' },
  ])

  t.match(formats.md(all), /- \*\*warning\*\* `no-callback-url`: /)
  t.match(formats.md([]), 'None.')
})

t.test('a merchant without a fault has none', async (t) => {
  const sandbox = await startTestSandbox(t)
  t.same(await sandbox.findings(), [])
})
