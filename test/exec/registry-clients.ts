import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { runCli } from '../support/cli.ts'
import { pathOf } from '../support/interpreters.ts'

// Clients for Node.js as their users install them, in front of the sandbox: `npm run test:exec`.
// Needs the npm registry, so `npm test` leaves it out.

const project = mkdtempSync(join(tmpdir(), 'intram-sandbox-exec-'))
process.once('exit', () => rmSync(project, { recursive: true, force: true }))

writeFileSync(join(project, 'package.json'), '{ "private": true }')
const packages = ['superagent@10', 'superagent-8@npm:superagent@8', 'axios@1', 'axios-0@npm:axios@0', 'undici@6']
execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], { cwd: project })

for (const [file, client, installedAs] of [
  ['superagent.mjs', 'superagent', 'superagent'],
  ['superagent.mjs', 'superagent', 'superagent-8'],
  ['axios.mjs', 'axios', 'axios'],
  ['axios.mjs', 'axios', 'axios-0'],
  ['undici.mjs', 'undici', 'undici'],
] as const) {
  const { version } = JSON.parse(readFileSync(join(project, 'node_modules', installedAs, 'package.json'), 'utf8'))

  t.test(`exec has ${client} ${version} create, pay and confirm in the sandbox`, async (t) => {
    const folder = mkdtempSync(join(project, 'run-'))
    for (const name of [file, 'payment.mjs']) copyFileSync(pathOf(name), join(folder, name))
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(join(project, 'node_modules', installedAs), join(folder, 'node_modules', client))
    const { code, stdout, stderr } = await runCli(t, [
      'exec',
      '--ignore',
      'no-callback-url',
      '--',
      process.execPath,
      join(folder, file),
    ]).exit
    t.strictSame({ code, stdout, stderr }, { code: 0, stdout: 'SUCCESS\n', stderr: '' })
  })
}
