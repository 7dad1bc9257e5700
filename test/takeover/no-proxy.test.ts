import t from 'tap'
import { splitNoProxy } from '../../server/takeover/no-proxy.ts'
import { readUserProxies } from '../../server/takeover/user-proxies.ts'

for (const entry of [
  '*',
  'webservices.intram.org',
  'WebServices.Intram.cf.',
  'webservices.intram.org:4002',
  'intram.org',
  '.intram.org',
  '*.intram.cf',
  '.org',
  'org',
  'ram.org',
  'web*',
  '*.intram.*',
  'webservices.*.org',
]) {
  t.test(`NO_PROXY=${entry} lets nothing past to Intram`, async (t) => {
    t.strictSame(splitNoProxy(`shop.test, ${entry} 10.0.0.0/8`), {
      kept: ['shop.test', '10.0.0.0/8'],
      setAside: [entry],
    })
  })
}

for (const entry of [
  'localhost',
  'example.org',
  '.test',
  '10.0.0.0/8',
  '[::1]',
  'intram.example',
  'app.intram.org',
  '*.corp',
]) {
  t.test(`NO_PROXY=${entry} is left to each program`, async (t) => {
    t.strictSame(splitNoProxy(entry), { kept: [entry], setAside: [] })
  })
}

const https = (hostname: string) => ({ protocol: 'https:', hostname })

t.test('what was set aside still goes without the user’s proxy', async (t) => {
  const { proxyFor, noProxy } = readUserProxies({ HTTPS_PROXY: 'http://corp:3128', NO_PROXY: '.org,shop.test' })
  t.strictSame(noProxy, ['shop.test'])
  t.equal(proxyFor(https('debian.org')), undefined)
  t.equal(proxyFor(https('example.com'))?.href, 'http://corp:3128/')
  t.equal(readUserProxies({ https_proxy: 'http://corp', no_proxy: '*' }).proxyFor(https('example.com')), undefined)
})

for (const [env, http, secure] of [
  [{}, undefined, undefined],
  [{ HTTP_PROXY: 'http://a', HTTPS_PROXY: 'http://b' }, 'http://a/', 'http://b/'],
  [{ https_proxy: 'http://lower', HTTPS_PROXY: 'http://upper' }, undefined, 'http://lower/'],
  [{ https_proxy: 'corp:3128' }, undefined, 'http://corp:3128/'],
  [{ ALL_PROXY: 'https://all', http_proxy: 'http://a' }, 'http://a/', 'https://all/'],
] as const) {
  t.test(`${JSON.stringify(env)} means ${http} for http and ${secure} for https`, async (t) => {
    const { proxyFor } = readUserProxies(env)
    t.equal(proxyFor({ protocol: 'http:', hostname: 'a.test' })?.href, http)
    t.equal(proxyFor(https('a.test'))?.href, secure)
  })
}

t.test('a proxy that is no URL is named by its variable, not by its value', async (t) => {
  t.throws(() => readUserProxies({ https_proxy: 'http://user:pass word@a b' }), {
    name: 'UsageError',
    message: 'HTTPS_PROXY is no URL of a proxy',
  })
})
