import t from 'tap'
import type { SandboxOptions } from '../../server/index.ts'
import { controlOf, createPayment } from '../support/control.ts'
import { sendRaw } from '../support/raw.ts'
import { startTestSandbox } from '../support/sandbox.ts'

type Case = [what: string, headers: Record<string, string>, options?: SandboxOptions]

const publicUrl = 'https://pay.example.test'
const forwarded = (host: string) => ({ host: 'inner:4002', 'x-forwarded-host': host, 'x-forwarded-proto': 'https' })

const welcome: Case[] = [
  ['curl on this machine', {}],
  ['an IPv4 address', { host: '192.168.1.20:4002' }],
  ['an IPv6 address', { host: '[fd00::1]:4002' }],
  ['localhost in capitals', { host: 'LocalHost:4002' }],
  ['a container’s name', { host: 'intram_sandbox:4002' }],
  ['a container that calls its host', { host: 'host.docker.internal:4002' }],
  ['a published port', { host: 'localhost:8080' }],
  ['its own page through a published port', { host: 'localhost:8080', origin: 'http://localhost:8080' }],
  ['its own page on port 80', { host: 'sandbox', origin: 'http://sandbox', 'sec-fetch-site': 'same-origin' }],
  ['a typed address', { host: 'localhost:4002', 'sec-fetch-site': 'none' }],
  ['the public URL’s host', { host: 'pay.example.test' }, { publicUrl }],
  ['the public URL’s page behind a proxy', { host: 'inner:4002', origin: publicUrl }, { publicUrl }],
  ['an allowed name', { host: 'Box.Example.test:4002' }, { allowHost: ['box.example.test'] }],
  [
    'an allowed name’s page',
    { host: 'box.example.test', origin: 'https://box.example.test' },
    { allowHost: ['box.example.test'] },
  ],
  ['X-Forwarded-Host that no proxy vouches for', { ...forwarded('evil.example') }],
  [
    'a trusted proxy',
    { ...forwarded('pay.example.test'), origin: publicUrl },
    { trustProxy: true, allowHost: ['pay.example.test'] },
  ],
]

const strangers: Case[] = [
  ['a callback that a merchant aims at the sandbox itself', { 'x-intram-delivery': 'a' }],
  ['a foreign Origin', { origin: 'https://evil.example' }],
  ['a foreign Origin in disguise', { host: 'localhost:4002', origin: 'http://localhost:4002.evil.example' }],
  ['another port of this machine', { host: 'localhost:4002', origin: 'http://localhost:3000' }],
  ['a sandboxed frame or a file', { origin: 'null' }],
  ['an Origin that is none', { origin: 'localhost:4002' }],
  ['an image on another site', { 'sec-fetch-site': 'cross-site' }],
  ['a rebound name', { host: 'evil.example:4002' }],
  ['a rebound name and its page', { host: 'evil.example:4002', origin: 'http://evil.example:4002' }],
  ['a rebound name that begins like an address', { host: '127.0.0.1.evil.example' }],
  ['a rebound name that begins like localhost', { host: 'localhost.evil.example' }],
  ['a rebound name that ends like an allowed one', { host: 'evilbox.test' }, { allowHost: ['box.test'] }],
  ['a rebound name below an allowed one', { host: 'evil.box.test' }, { allowHost: ['box.test'] }],
  ['a rebound name with a final dot', { host: 'evil.example.:4002' }],
  ['a rebound name that begins like one under .internal', { host: 'host.docker.internal.evil.example' }],
  ['a rebound name that ends like one under .internal', { host: 'evilinternal.example.notinternal' }],
  ['a name with a user', { host: 'localhost@evil.example' }],
  ['an address that is none', { host: '[evil]' }],
  ['X-Forwarded-Host that no proxy vouches for', { host: 'evil.example', 'x-forwarded-host': 'localhost' }],
  ['a rebound name behind a proxy', forwarded('evil.example'), { trustProxy: true }],
  [
    'a rebound name that writes X-Forwarded-Host itself',
    { host: 'evil.example', 'x-forwarded-host': 'localhost' },
    { trustProxy: true },
  ],
  [
    'a page of the proxy’s other name',
    { ...forwarded('pay.example.test'), origin: 'https://evil.example' },
    { trustProxy: true, allowHost: ['pay.example.test'] },
  ],
]

for (const [what, headers, options] of welcome) {
  t.test(`welcome: ${what}`, async (t) => {
    const { status, headers: sent } = await controlOf(await startTestSandbox(t, options))('GET', '/clock', { headers })
    t.equal(status, 200)
    t.notOk(Object.keys(sent).some((name) => name.startsWith('access-control-')))
  })
}

for (const [what, headers, options] of strangers) {
  t.test(`not welcome: ${what}`, async (t) => {
    const sandbox = await startTestSandbox(t, options)
    const control = controlOf(sandbox)
    const id = await createPayment(sandbox)
    for (const [method, path] of [
      ['POST', `/transactions/${id}/pay`],
      ['GET', '/transactions'],
      ['GET', '/health'],
      ['GET', '/openapi.json'],
      ['OPTIONS', '/reset'],
    ] as const) {
      const answer = await control(method, path, { headers })
      t.match(answer, { status: 403, json: { error: true, status: 'ERROR' } }, `${method} ${path}`)
      t.notOk(Object.keys(answer.headers).some((name) => name.startsWith('access-control-')))
    }
    t.match(await sandbox.client.confirmTransaction(id), { status: 'PENDING' })
  })
}

t.test('not welcome: nobody’s name, as in HTTP/1.0', async (t) => {
  const { url } = await startTestSandbox(t)
  const { status, body } = await sendRaw(url, 'GET /__admin/health HTTP/1.0\r\n\r\n')
  t.equal(status, 403)
  t.match(JSON.parse(body), { error: true, status: 'ERROR' })
})

t.test('Intram’s API is served by any name: only control is guarded', async (t) => {
  const { send } = await startTestSandbox(t)
  const payment = { invoice: { currency: 'XOF', amount: 1000 }, store: { name: 'A' } }
  const headers = { origin: 'https://evil.example' }
  t.equal((await send('POST', '/api/v1/payments/request', { body: payment, headers })).status, 200)
})

const adminToken = 'a-token-5ecret-5ecret'
const merchants = ['first', 'second'].map((name) => ({
  publicKey: `${name}-public`,
  privateKey: `tpk_${name}-5ecret`,
  secretKey: `tsk_${name}-5ecret`,
  merchantKey: `${name}-merchant`,
}))
const [first, second] = merchants.map(({ publicKey, privateKey, secretKey, merchantKey }) => ({
  'x-api-key': publicKey,
  'x-private-key': privateKey,
  'x-secret-key': secretKey,
  'x-marchand-key': merchantKey,
}))
const bearer = { authorization: `Bearer ${adminToken}` }
const nameOnly = { 'x-marchand-key': 'first-merchant' }

type Attempt = [what: string, path: string, headers: Record<string, string | undefined>, status: number]
const installations: [what: string, options: SandboxOptions, attempts: Attempt[]][] = [
  [
    'with an admin token',
    { adminToken },
    [
      ['the token', '/clock', { ...nameOnly, ...bearer }, 200],
      ['the token, its scheme in small letters', '/clock', { ...nameOnly, authorization: `bearer ${adminToken}` }, 200],
      ['the token and no world', '/clock', { ...bearer, 'x-marchand-key': '' }, 400],
      ['the token alone', '/health', { ...bearer, 'x-marchand-key': '' }, 200],
      ['no token', '/clock', nameOnly, 401],
      ['no token', '/health', {}, 401],
      ['no token', '/openapi.json', {}, 401],
      ['four keys, which prove nothing', '/clock', { ...first }, 401],
      ['another token', '/clock', { ...nameOnly, authorization: 'Bearer another-token-5ecret' }, 401],
      ['the beginning of the token', '/clock', { ...nameOnly, authorization: 'Bearer a-token-5ecret' }, 401],
      ['an empty token', '/clock', { ...nameOnly, authorization: 'Bearer ' }, 401],
      ['another scheme', '/clock', { ...nameOnly, authorization: `Basic ${adminToken}` }, 401],
      ['the token in the query', `/clock?admin_token=${adminToken}`, nameOnly, 401],
    ],
  ],
  [
    'with listed keys',
    { keys: merchants },
    [
      ['the merchant’s four keys', '/clock', { ...first }, 200],
      ['and the same merchant in the query', '/clock?merchant=first-merchant', { ...first }, 200],
      ['the merchant key alone', '/clock', nameOnly, 401],
      ['the merchant key alone in the query', '/clock?merchant=first-merchant', {}, 401],
      ['another merchant’s keys', '/clock?merchant=first-merchant', { ...second }, 403],
      ['mixed keys', '/clock', { ...second, ...nameOnly }, 401],
      ['a token that nobody set', '/clock', { ...nameOnly, ...bearer }, 401],
    ],
  ],
  [
    'with listed keys and an admin token',
    { keys: merchants, adminToken },
    [
      ['the token, in any world', '/clock?merchant=second-merchant', bearer, 200],
      ['the merchant’s four keys', '/clock', { ...first }, 200],
      ['another merchant’s keys', '/clock?merchant=second-merchant', { ...first }, 403],
      ['the merchant key alone', '/clock', nameOnly, 401],
    ],
  ],
]

for (const [what, options, attempts] of installations) {
  t.test(`an installation ${what} is controlled by who proves it`, async (t) => {
    const control = controlOf(await startTestSandbox(t, options))
    for (const [credentials, path, given, status] of attempts) {
      const headers = { 'x-marchand-key': null, ...(given as Record<string, string>) }
      const answer = await control('GET', path, { headers })
      t.equal(answer.status, status, `${credentials}: ${status}`)
      if (status > 400) t.match(answer.json, { error: true, status: 'ERROR', message: String })
      if (status === 401) t.equal(answer.headers['www-authenticate'], options.adminToken && 'Bearer')
      t.notMatch(answer.text, /5ecret/)
    }
  })
}
