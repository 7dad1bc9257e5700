import { readFileSync } from 'node:fs'
import t from 'tap'
import { parse } from 'yaml'
import { environmentNames } from '../../client/settings.ts'
import { verifyFlags } from '../../server/cli/verify-flags.ts'
import { flagName } from '../../server/flags.ts'

type Step = { uses?: string; run?: string; env?: Record<string, string>; with?: Record<string, string | number> }
type Workflow = {
  on: { schedule: { cron: string }[] }
  permissions: object
  jobs: { record: { steps: Step[] } }
}

const text = readFileSync('examples/github/nightly-evidence.yml', 'utf8')
const workflow = parse(text) as Workflow
const { steps } = workflow.jobs.record
const commands = steps.flatMap(({ run }) => (run?.includes('intram-sandbox') ? [run] : []))

t.test('the nightly workflow records, then replays, with flags that verify has', async (t) => {
  t.match(commands, [/^npx intram-sandbox verify --record \w+$/, /^npx intram-sandbox verify --replay \w+$/])
  const known = Object.keys(verifyFlags).map(flagName)
  for (const [flag] of commands.join(' ').matchAll(/--[\w-]+/g)) t.ok(known.includes(flag), flag)
})

t.test('the nightly workflow gives the keys, as secrets, to the one command that needs them', async (t) => {
  const names = Object.values(environmentNames)
  t.same(
    steps.flatMap(({ run, env }) => (env ? [{ run, env }] : [])),
    [{ run: commands[0], env: Object.fromEntries(names.map((name) => [name, `\${{ secrets.${name} }}`])) }],
  )
})

t.test('the nightly workflow runs each night, may only read, and uses the actions of GitHub alone', async (t) => {
  t.match(workflow.on.schedule, [{ cron: /^\d+ \d+ \* \* \*$/ }])
  t.same(workflow.permissions, { contents: 'read' })
  for (const { uses } of steps) if (uses) t.match(uses, /^actions\/[\w-]+@v\d+$/)
})

t.test('the nightly workflow asks for a private repository, and keeps no artifact for long', async (t) => {
  t.match(text, /^# .* of a private repository/)
  for (const page of ['docs/evidence.md', 'docs/evidence.fr.md']) {
    t.match(readFileSync(page, 'utf8'), /in a\s+private repository|dans un dépôt privé/)
  }
  const upload = steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))
  t.ok(Number(upload?.with?.['retention-days']) <= 30)
})
