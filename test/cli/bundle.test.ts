import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import t from 'tap'
import { cli, runCli } from '../support/cli.ts'
import { visitPages } from '../support/pages.ts'

const bundled = join(cli, '../../..')
const { dependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

t.test('what is published imports nothing that is not installed with it', async (t) => {
  const modules = readdirSync(bundled, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'))
  const imported = modules.flatMap((path) => packagesIn(readFileSync(join(bundled, path), 'utf8')))
  t.ok(imported.includes('fastify'))
  t.strictSame([...new Set(imported)].filter((name) => !isBuiltin(name) && !(name in dependencies)).sort(), [])
})

/** Relative ones are part of it. */
function packagesIn(module: string): string[] {
  const specifiers = [...module.matchAll(/^(?:import|export) (?:.+ from )?"([^".][^"]*)"|import\("([^".][^"]*)"\)/gm)]
  return specifiers.map(([, always, onUse]) => always ?? onUse ?? '').map(packageOf)
}

/** `@fastify/swagger/some/file.js` → `@fastify/swagger` */
function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('node:') ? specifier : parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

t.test('each page is there as it is published', async (t) => {
  const { until } = runCli(t, ['--port', '0'])
  const [, baseUrl = ''] = await until(/"baseUrl":"(\S+?)"/)
  const visited = await visitPages(baseUrl)
  t.ok(visited.filter(({ path }) => path.includes('/assets/')).length >= 2, 'a payment has a style and a script')
  t.strictSame(
    visited.filter(({ status }) => status !== 200),
    [],
  )
})
