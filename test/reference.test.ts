import { readFileSync } from 'node:fs'
import t from 'tap'
import { parse } from 'yaml'
import { startTestSandbox } from './support/sandbox.ts'

t.test('/openapi.yaml is the file, and /openapi.json is the same with this sandbox as its only server', async (t) => {
  const { send } = await startTestSandbox(t)
  const file = readFileSync('openapi.yaml', 'utf8')
  t.equal((await send('GET', '/openapi.yaml')).text, file)
  const { json } = await send('GET', '/openapi.json')
  t.same(json, { ...parse(file), servers: [{ url: '/api/v1', description: 'This sandbox' }] })
})

t.test('/docs is a page that loads only from this sandbox, and offers keys to try', async (t) => {
  const { send, credentials } = await startTestSandbox(t)
  const page = await send('GET', '/docs')
  t.equal(page.status, 200)
  t.match(page.text, /<title>Intram HTTP API \(sandbox\)<\/title>/)
  t.match(page.headers.get('content-security-policy'), /default-src 'none'; script-src 'self';.*frame-ancestors 'none'/)
  for (const [, path = ''] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
    t.match(path, /^\/docs\//)
    t.equal((await send('GET', path)).status, 200, path)
  }
  const script = await send('GET', '/docs/static/swagger-initializer.js')
  for (const key of Object.values(credentials)) t.match(script.text, key)
})

t.test('/docs offers no keys when only listed ones count', async (t) => {
  const keys = {
    publicKey: 'public-5ecret',
    privateKey: 'tpk_5ecret',
    secretKey: 'tsk_5ecret',
    merchantKey: 'm-5ecret',
  }
  const { send } = await startTestSandbox(t, { keys: [keys] })
  const script = await send('GET', '/docs/static/swagger-initializer.js')
  t.notMatch(script.text, /5ecret|preauthorize/)
})

t.test('what is not there below /docs is a 404 in the one envelope', async (t) => {
  const { send } = await startTestSandbox(t)
  for (const path of ['/docs/nothing', '/docs/static/nothing.js', '/docs/static/..%2f..%2fpackage.json']) {
    const { status, json } = await send('GET', path)
    t.equal(status, 404, path)
    t.match(json, { error: true, status: 'ERROR' })
  }
})

for (const path of ['/livez', '/readyz', '/healthz']) {
  t.test(`${path} answers without keys`, async (t) => {
    const { send } = await startTestSandbox(t)
    const headers = { 'x-api-key': null, 'x-secret-key': null }
    t.match(await send('GET', path, { headers }), { status: 200, json: { status: 'ok' } })
  })
}
