import { X509Certificate } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { dataDirectory } from '../../server/data-directory.ts'
import { openAuthority } from '../../server/tls/authority.ts'
import { run } from '../support/main.ts'

const day = 24 * 60 * 60 * 1000

t.test('the authority is made once, and found again', async (t) => {
  const directory = join(t.testdir(), 'data')
  const first = await openAuthority({ directory, furtherNames: [] })
  const second = await openAuthority({ directory, furtherNames: [] })
  t.equal(first.isNew, true)
  t.match(second, { ...first, isNew: false })
  t.equal(readFileSync(first.path, 'utf8'), first.certificate)
})

t.test('nobody else can read its key, and no draft stays behind', async (t) => {
  const directory = join(t.testdir(), 'data')
  const { path } = await openAuthority({ directory, furtherNames: [] })
  const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8)
  t.equal(modeOf(directory), '700')
  t.equal(modeOf(join(path, '..')), '700')
  t.equal(modeOf(join(path, '../ca-key.pem')), '600')
  t.strictSame(readdirSync(directory), ['ca'])
})

t.test('processes that begin together end up with one authority', async (t) => {
  const directory = join(t.testdir(), 'data')
  const all = await Promise.all(Array.from({ length: 5 }, () => openAuthority({ directory, furtherNames: [] })))
  t.equal(new Set(all.map(({ certificate, key }) => certificate + key)).size, 1)
  t.equal(all.filter(({ isNew }) => isNew).length, 1)
  t.strictSame(readdirSync(directory), ['ca'])
})

t.test('further names have an authority of their own, and the first one stays', async (t) => {
  const directory = t.testdir()
  const first = await openAuthority({ directory, furtherNames: [] })
  const other = await openAuthority({ directory, furtherNames: ['pay.test', 'a.test'] })
  const again = await openAuthority({ directory, furtherNames: ['a.test', 'pay.test'] })
  t.match(other, { isNew: true, names: ['webservices.intram.org', 'webservices.intram.cf', 'localhost', 'pay.test'] })
  t.match(again, { isNew: false, certificate: other.certificate })
  t.not(other.certificate, first.certificate)
  t.equal((await openAuthority({ directory, furtherNames: [] })).certificate, first.certificate)
})

t.test('one that is about to end is replaced', async (t) => {
  const directory = t.testdir()
  const old = await openAuthority({ directory, furtherNames: [], at: new Date(Date.now() - 3640 * day) })
  const fresh = await openAuthority({ directory, furtherNames: [] })
  t.equal(fresh.isNew, true)
  t.not(fresh.certificate, old.certificate)
  t.ok(Date.parse(new X509Certificate(fresh.certificate).validTo) > Date.now() + 3600 * day)
})

t.test('a damaged one is told in one line, with the folder to delete', async (t) => {
  const env = { XDG_DATA_HOME: t.testdir() }
  const { path } = await openAuthority({ directory: dataDirectory(env), furtherNames: [] })
  writeFileSync(path, 'nothing')
  t.match(await run(['ca'], env), {
    code: 2,
    stdout: '',
    stderr: /intram-sandbox\/ca cannot be used .*delete that folder/,
  })
})

t.test('ca prints the certificate alone on stdout, and on stderr where it is and how to trust it', async (t) => {
  const env = { XDG_DATA_HOME: t.testdir() }
  const { code, stdout, stderr } = await run(['ca', '--tls-name', 'pay.test'], env)
  t.equal(code, 0)
  const { path, certificate } = await openAuthority({ directory: dataDirectory(env), furtherNames: ['pay.test'] })
  t.equal(stdout, certificate)
  t.match(stdout, /^-----BEGIN CERTIFICATE-----\n[^-]+-----END CERTIFICATE-----\n$/)
  t.ok(stderr.includes(path))
  t.match(
    stderr,
    /localhost, pay\.test and loopback addresses only[\s\S]*Debian[\s\S]*Fedora[\s\S]*macOS[\s\S]*Windows/,
  )
  t.notMatch(stdout + stderr, /PRIVATE/)
})

for (const [platform, env, directory] of [
  ['linux', {}, '/home/a/.local/share/intram-sandbox'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/intram-sandbox'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/a/.local/share/intram-sandbox'],
  ['darwin', {}, '/home/a/Library/Application Support/intram-sandbox'],
  ['darwin', { XDG_DATA_HOME: '/data' }, '/data/intram-sandbox'],
  ['win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\L\\intram-sandbox'],
  ['win32', { XDG_DATA_HOME: '/data' }, '\\home\\a\\AppData\\Local\\intram-sandbox'],
] as const) {
  t.test(`on ${platform} with ${JSON.stringify(env)} it is kept in ${directory}`, async (t) => {
    t.equal(dataDirectory(env, { platform, home: '/home/a' }), directory)
  })
}
