import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { takeoverEnvironment } from '../../server/takeover/environment.ts'
import { systemRoots } from '../../server/takeover/roots.ts'
import { prepareTrust } from '../../server/takeover/trust.ts'
import { selfSigned } from '../support/self-signed.ts'

const ours = '-----BEGIN CERTIFICATE-----\nours\n-----END CERTIFICATE-----'

const environmentOf = (env: NodeJS.ProcessEnv, trust = prepareTrust(ours, env)) => {
  trust.remove()
  return takeoverEnvironment(env, { sandboxPort: 4567, proxyUrl: 'http://127.0.0.1:8901', noProxy: ['a.test'], trust })
}

t.test('programs of all kinds are told of the proxy, and to call this machine without it', async (t) => {
  const env = environmentOf({ PATH: '/bin', HTTPS_PROXY: 'http://corp:3128', no_proxy: '*' })
  const proxy = 'http://127.0.0.1:8901'
  const direct = 'a.test,localhost,127.0.0.1'
  t.match(env, { PATH: '/bin', https_proxy: proxy, HTTPS_PROXY: proxy, http_proxy: proxy, HTTP_PROXY: proxy })
  t.match(env, { no_proxy: direct, NO_PROXY: direct })
})

t.test('options of Node.js and folders of PHP are added to those that were there', async (t) => {
  const preload = /^--import=file:\/\/\S+\/node-preload\.mjs\?4567,webservices\.intram\.org,webservices\.intram\.cf$/
  t.match(environmentOf({}).NODE_OPTIONS, preload)
  t.match(
    environmentOf({ NODE_OPTIONS: '--no-warnings -r "./a b.js"' }).NODE_OPTIONS,
    /^--no-warnings -r "\.\/a b\.js" --import=/,
  )
  t.match(environmentOf({}).PHP_INI_SCAN_DIR, /^:\/.*php$/)
  t.match(environmentOf({ PHP_INI_SCAN_DIR: '/own' }).PHP_INI_SCAN_DIR, /^\/own:\/.*php$/)
})

t.test('programs trust whom they trusted, and the sandbox', async (t) => {
  const own = join(t.testdir({ folder: { 'a.pem': `text\n${selfSigned.cert}\nmore`, 'b.txt': 'none' } }), 'folder')
  const trust = prepareTrust(ours, { NODE_EXTRA_CA_CERTS: join(own, 'a.pem'), REQUESTS_CA_BUNDLE: own })
  t.teardown(trust.remove)
  t.equal(readFileSync(trust.nodeExtra, 'utf8'), `${selfSigned.cert}\n${ours}\n`)
  const bundle = readFileSync(trust.bundle, 'utf8')
  for (const certificate of [...systemRoots(), selfSigned.cert, ours]) t.ok(bundle.includes(certificate.trim()))
  t.ok(systemRoots().length > 50)
  t.equal(
    readFileSync(join(trust.phpIni, 'intram-sandbox.ini'), 'utf8'),
    `curl.cainfo="${trust.bundle}"\nopenssl.cafile="${trust.bundle}"\n`,
  )
})

t.test('a bundle that cannot be read is passed over', async (t) => {
  const trust = prepareTrust(ours, { NODE_EXTRA_CA_CERTS: '/nowhere', SSL_CERT_FILE: '/nowhere' })
  t.teardown(trust.remove)
  t.equal(readFileSync(trust.nodeExtra, 'utf8'), `${ours}\n`)
})

t.test('the files are the user’s alone, hold no key, and go', async (t) => {
  const trust = prepareTrust(ours, {})
  t.equal(statSync(trust.folder).mode & 0o777, 0o700)
  const files = readdirSync(trust.folder, { recursive: true, encoding: 'utf8' }).map((name) => join(trust.folder, name))
  for (const file of files.filter((file) => statSync(file).isFile())) t.notMatch(readFileSync(file, 'utf8'), /PRIVATE/)
  trust.remove()
  t.notOk(existsSync(trust.folder))
})
