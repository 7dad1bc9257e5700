import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { writeCertificate } from '../../server/tls/write-certificate.ts'

const certificate = 'a certificate'

t.test('a certificate replaces an older one, for everybody to read, and leaves no draft', async (t) => {
  const folder = t.testdir({ 'ca.pem': 'older' })
  const file = join(folder, 'ca.pem')
  writeCertificate(file, { certificate })
  t.equal(readFileSync(file, 'utf8'), certificate)
  t.equal(statSync(file).mode & 0o777, 0o644)
  t.same(readdirSync(folder), ['ca.pem'])
})

t.test('a link that waits where a draft could be guessed is not written through', async (t) => {
  const folder = t.testdir({ victim: 'mine' })
  const file = join(folder, 'ca.pem')
  symlinkSync(join(folder, 'victim'), `${file}.${process.pid}`)
  writeCertificate(file, { certificate })
  t.equal(readFileSync(join(folder, 'victim'), 'utf8'), 'mine')
})

t.test('what cannot take its place leaves no draft', async (t) => {
  const folder = t.testdir()
  const file = join(folder, 'ca.pem')
  mkdirSync(file)
  writeFileSync(join(file, 'full'), '')
  t.throws(() => writeCertificate(file, { certificate }), { name: 'UsageError', message: /cannot be written/ })
  t.same(readdirSync(folder), ['ca.pem'])
})
