import t from 'tap'
import { IntramError } from '../../client/index.ts'
import { isPlainHttpAllowed } from '../../client/plain-http.ts'
import { readSettings } from '../../client/settings.ts'

const keys = { publicKey: 'public', privateKey: 'tpk_private', secretKey: 'tsk_secret', merchantKey: 'merchant' }
const env = {
  INTRAM_PUBLIC_KEY: 'public',
  INTRAM_PRIVATE_KEY: 'tpk_private',
  INTRAM_SECRET: 'tsk_secret',
  INTRAM_MARCHAND_KEY: 'merchant',
}

t.test('the environment gives what the call does not', async (t) => {
  t.same(readSettings({}, env), { baseUrl: 'https://webservices.intram.org:4002/api/v1', keys })
  t.same(readSettings({ keys: { secretKey: 'other' } }, env).keys, { ...keys, secretKey: 'other' })
  t.equal(
    readSettings({}, { ...env, INTRAM_BASE_URL: 'http://localhost:4002/api/v1/' }).baseUrl,
    'http://localhost:4002/api/v1',
  )
  t.equal(readSettings({ baseUrl: 'http://sandbox:4002/api/v1' }, env).baseUrl, 'http://sandbox:4002/api/v1')
})

t.test('missing keys are all named at once, with their variables', async (t) => {
  t.throws(() => readSettings({ keys: { publicKey: 'a' } }, { INTRAM_SECRET: ' ' }), {
    outcome: 'unsent',
    message:
      /keys.privateKey \(INTRAM_PRIVATE_KEY\), keys.secretKey \(INTRAM_SECRET\), keys.merchantKey \(INTRAM_MARCHAND_KEY\)/,
  })
})

t.test('a key that no header can carry is refused without being shown', async (t) => {
  for (const secretKey of ['tsk_a b', 'tsk_a\nb', 'tsk_é']) {
    t.throws(() => readSettings({ keys: { ...keys, secretKey } }, {}), { message: /in secretKey$/ })
  }
})

t.test('a key that is no text is named', async (t) => {
  for (const wrong of [5, null, {}]) {
    const publicKey = wrong as unknown as string
    t.throws(() => readSettings({ keys: { ...keys, publicKey } }, env), {
      name: 'IntramError',
      message: /keys\.publicKey must be a text$/,
    })
  }
})

t.test('a base URL that is not one, or would leak the keys, is refused', async (t) => {
  for (const baseUrl of [
    'localhost:4002',
    'ftp://localhost',
    'http://user:pass@localhost',
    'http://localhost/?a',
    'http://localhost/#a',
    'http://webservices.intram.org:4002/api/v1',
    'http://intram.org',
    'http://example.com',
    'http://8.8.8.8',
    'not a url',
  ]) {
    t.throws(() => readSettings({ baseUrl, keys }, {}), IntramError, baseUrl)
  }
  t.throws(() => readSettings({ baseUrl: 'http://user:pa55@localhost', keys }, {}), { message: /^(?!.*pa55)/ })
})

t.test('plain http is for this machine and private networks', async (t) => {
  for (const host of [
    'localhost',
    '127.0.0.1',
    '127.9.9.9',
    '[::1]',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '[fd00::1]',
    '[fe80::1]',
    'sandbox',
    'host.docker.internal',
    'pay.local',
    'pay.test',
    'app.localhost',
    'app.localhost.',
  ]) {
    t.ok(isPlainHttpAllowed(host), host)
  }
  for (const host of [
    'intram.org',
    'webservices.intram.org',
    'example.com',
    '8.8.8.8',
    '172.32.0.1',
    '11.0.0.1',
    '[2001:db8::1]',
    'localhost.example.com',
    'test.example',
    '192.169.0.1',
  ]) {
    t.notOk(isPlainHttpAllowed(host), host)
  }
})
