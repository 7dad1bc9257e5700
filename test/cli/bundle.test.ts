import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import t from 'tap'
import { cli, runCli } from '../support/cli.ts'

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
  const [, api = ''] = await until(/"baseUrl":"(\S+?)"/)
  const headers = { 'x-api-key': 'a', 'x-private-key': 'b', 'x-secret-key': 'c', 'x-marchand-key': 'm' }
  const requested = await fetch(`${api}/payments/request`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ invoice: { currency: 'XOF', amount: 1000 }, store: { name: 'A' } }),
  })
  const { receipt_url } = (await requested.json()) as { receipt_url: string }
  for (const path of [receipt_url, '/docs', '/openapi.json', '/sdk-javascript.js', '/__admin/transactions']) {
    const answer = await fetch(new URL(path, api), { headers })
    t.equal(answer.status, 200, path.replace(/[0-9a-f]{24}/, 'ID'))
    await answer.body?.cancel()
  }
  const page = await (await fetch(receipt_url)).text()
  const assets = [...page.matchAll(/(?:src|href)="(\/payment\/gate\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
  t.ok(assets.length >= 2, 'the page of a payment has a style and a script')
  for (const path of assets) t.equal((await fetch(new URL(path, api))).status, 200, path.replace(/-\w+\./, '.'))
})
