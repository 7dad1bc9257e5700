import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measureCallbacks } from './callbacks.ts'
import { measureExtras } from './extras.ts'
import { wrkVersion } from './load.ts'
import { describeMachine } from './machine.ts'
import { callbacksSection, extrasSection, report, requestsSection, scaleSection, startSection } from './report.ts'
import { measureRequests } from './requests.ts'
import { measureScale } from './scale.ts'
import { measureStart } from './start.ts'

const { values } = parseArgs({ options: { only: { type: 'string' }, 'skip-build': { type: 'boolean' } } })

const sections = {
  requests: async (folder: string) => requestsSection(await measureRequests(folder)),
  scale: async (folder: string) => scaleSection(await measureScale(folder)),
  callbacks: async (folder: string) => callbacksSection(await measureCallbacks(folder)),
  extras: async (folder: string) => extrasSection(await measureExtras(folder)),
  start: async () => startSection(await measureStart()),
}
const names = Object.keys(sections) as (keyof typeof sections)[]
const chosen = names.filter((name) => values.only === undefined || values.only === name)
if (chosen.length === 0) fail(`--only takes one of ${names.join(', ')}`)
if (wrkVersion() === undefined) {
  fail('The bench needs wrk. Debian and Ubuntu: apt-get install wrk; macOS: brew install wrk')
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
if (!values['skip-build']) execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
const folder = mkdtempSync(join(tmpdir(), 'intram-sandbox-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

const begin = performance.now()
const measured: string[] = []
for (const name of chosen) {
  const section = await sections[name](folder)
  console.log(`${section}\n`)
  measured.push(section)
}
if (values.only === undefined) {
  writeFileSync('bench/README.md', report(describeMachine(), measured, (performance.now() - begin) / 60_000))
}

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}
