import { SaxesParser } from 'saxes'
import t from 'tap'
import { createClient } from '../../client/index.ts'
import { lints } from '../../server/domain/findings/catalogue.ts'
import { gatherFindings, isAsBadAs } from '../../server/findings/gather.ts'
import { formats, summaryOf } from '../../server/findings/report.ts'
import { startQuietServer } from '../support/quiet-server.ts'
import { startReceiver } from '../support/receiver.ts'
import { minimalPayment, startTestSandbox } from '../support/sandbox.ts'
import { pendingTransaction } from '../support/transactions.ts'

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

for (const [what, options, kept] of [
  ['when nobody wants a verdict, nothing', {}, []],
  ['for --fail-on-findings', { failOnFindings: 'error' }, ['blind-trust', 'no-callback-url']],
  ['for --report', { report: 'findings.md' }, ['blind-trust', 'no-callback-url']],
] as const) {
  t.test(`what was found before a reset counts in the end: ${what}`, async (t) => {
    const { sandbox } = await startQuietServer(t, options)
    const { url } = await startReceiver(t, (_, response) => response.end())
    const actions = { cancelUrl: null, returnUrl: null, callbackUrl: url }
    const { order } = pendingTransaction({ actions })
    const journal = { type: 'request', operation: 'requestPayment', method: 'POST', path: '/', status: 200 } as const
    const request = { ...journal, dropped: null, durationMs: 1, headers: {}, keysInBody: false, liveKeys: false }
    const { id } = await sandbox.request(merchant, order)
    sandbox.journal.write(merchant, { ...request, transactionId: id }, JSON.stringify(minimalPayment))
    await sandbox.pay(merchant, id)
    await sandbox.advance(merchant, 0)
    await sandbox.reset(merchant)
    t.same(await sandbox.findings(merchant), [])
    t.same(
      (await gatherFindings(sandbox)).map(({ code }) => code),
      kept,
    )
    t.same(
      (await gatherFindings(sandbox, kept)).map(({ code }) => code),
      [],
    )
  })
}

t.test('what was found before and after a journal was cleared is counted together', async (t) => {
  const { sandbox, origin } = await startQuietServer(t, { failOnFindings: 'note' })
  const keys = { publicKey: 'p', privateKey: 'q', secretKey: 's', merchantKey: merchant }
  const client = createClient({ baseUrl: `${origin}/api/v1`, keys })
  t.teardown(() => client.close())
  for (const _ of [1, 2]) {
    await client.requestPayment(minimalPayment)
    sandbox.journal.clear(merchant)
  }
  const { transaction_id } = await client.requestPayment(minimalPayment)
  const [found, ...others] = await gatherFindings(sandbox)
  t.match(found, { code: 'no-callback-url', times: 3, transactions: { length: 3 } })
  t.equal(found?.transactions.at(-1), transaction_id)
  t.same(others, [])
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
  t.equal(seen.filter((name) => name === 'failure').length, 1)
  t.equal(seen.filter((name) => name === 'skipped').length, 1, 'a note is none, unless it is to be one')
  for (const [least, failures] of [
    ['note', 2],
    ['warning', 1],
    ['error', 0],
  ] as const) {
    t.match(formats.xml(all, least), new RegExp(`tests="${lints.length}" failures="${failures}" `), least)
  }

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
