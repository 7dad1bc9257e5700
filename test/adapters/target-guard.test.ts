import t from 'tap'
import { ownNetworks } from '../../server/adapters/own-networks.ts'
import { createTargetGuard } from '../../server/adapters/target-guard.ts'

const open = createTargetGuard(undefined)
/** The host as the URL parser gives it, which reads every odd spelling of an IPv4 address. */
const hostOf = (url: string) => new URL(url).hostname.replace(/^\[(.*)\]$/, '$1')

const never = [
  'http://169.254.169.254/latest/meta-data/',
  'http://169.254.0.1/',
  'http://169.254.170.2/v2/credentials',
  'http://2852039166/',
  'http://0xA9FEA9FE/',
  'http://0251.0376.0251.0376/',
  'http://169.254.43518/',
  'http://0xa9.254.0251.0xfe/',
  'http://169.254.169.254./',
  'http://①⑥⑨.254.169.254/',
  'http://0.0.0.0:3000/',
  'http://0/',
  'http://0.1.2.3/',
  'http://255.255.255.255/',
  'http://224.0.0.1/',
  'http://100.100.100.200/latest/meta-data/',
  'http://192.0.0.192/',
  'http://168.63.129.16/',
  'http://[::]/',
  'http://[fe80::1]/',
  'http://[febf:ffff::1]/',
  'http://[ff02::1]/',
  'http://[fd00:ec2::254]/',
  'http://[fd00:0ec2:0::23]/',
  'http://[fd20:ce::254]/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[::ffff:0:a9fe:a9fe]/',
  'http://[::169.254.169.254]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[2002:a9fe:a9fe::1]/',
  'http://[::ffff:0.0.0.0]/',
]

for (const url of never) {
  t.test(`${url} is never called, not even when the list allows it`, async (t) => {
    const host = hostOf(url)
    t.match(open(host, [host]), { why: 'never-allowed', address: host })
    t.match(createTargetGuard([host, '0.0.0.0/0', '::/0'])(host, [host]), { why: 'never-allowed' })
  })
}

for (const url of [
  'http://127.0.0.1:3000/',
  'http://127.1/',
  'http://[::1]:3000/',
  'http://[::ffff:127.0.0.1]/',
  'http://10.0.0.5/',
  'http://172.17.0.1/',
  'http://192.168.1.10/',
  'http://100.64.0.1/',
  'http://[fd12:3456::1]/',
  'http://93.184.215.14/',
  'http://[2606:2800::1]/',
  'http://169.253.255.255/',
  'http://169.255.0.0/',
]) {
  t.test(`${url} may be called: loopback and private networks are where merchants develop`, async (t) => {
    t.equal(open(hostOf(url), [hostOf(url)]), undefined)
  })
}

t.test('one forbidden address among those of a name is enough to refuse it', async (t) => {
  t.equal(open('shop.test', ['93.184.215.14', '::1']), undefined)
  t.same(open('shop.test', ['93.184.215.14', 'fe80::1%eth0']), { why: 'never-allowed', address: 'fe80::1%eth0' })
  t.same(open('shop.test', ['10.0.0.1', '169.254.169.254']), { why: 'never-allowed', address: '169.254.169.254' })
})

for (const [address, isPublic] of [
  ['93.184.215.14', true],
  ['2606:2800::1', true],
  ['::ffff:93.184.215.14', true],
  ['127.0.0.1', false],
  ['10.0.0.1', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['198.18.0.1', false],
  ['240.0.0.1', false],
  ['::1', false],
  ['fd12:3456::1', false],
  ['fec0::1', false],
  ['::ffff:127.0.0.1', false],
  ['::127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['64:ff9b:1::7f00:1', false],
  ['2002:7f00:1::1', false],
  ['4000::1', false],
  ['93.184.216.7', false],
  ['2a02:26f0::7', false],
] as const) {
  t.test(`what may go to public addresses only ${isPublic ? 'goes' : 'does not go'} to ${address}`, async (t) => {
    const guard = createTargetGuard(undefined, () => ['93.184.216.1/24', '2a02:26f0::1/64', 'fe80::1/64'])
    t.same(guard(address, ['8.8.8.8', address], true), isPublic ? undefined : { why: 'not-public', address })
    t.equal(guard(address, [address]), undefined)
  })
}

t.test('a list opens no private network to what may go to public addresses only', async (t) => {
  t.match(createTargetGuard(['shop.test', '10.0.0.0/8'])('shop.test', ['10.0.0.1'], true), { why: 'not-public' })
})

t.test('this machine’s own networks are those of its interfaces', async (t) => {
  t.match(ownNetworks().join(), '127.0.0.1/8')
})

const lists: [string, string, string[], boolean][] = [
  ['shop.test', 'shop.test', ['10.0.0.1'], true],
  ['shop.test', 'SHOP.test.', ['10.0.0.1'], true],
  ['shop.test', 'www.shop.test', ['10.0.0.1'], false],
  ['shop.test', 'shop.test.evil.test', ['10.0.0.1'], false],
  ['*.shop.test', 'a.b.shop.test', ['10.0.0.1'], true],
  ['*.shop.test', 'shop.test', ['10.0.0.1'], false],
  ['*.shop.test', 'evilshop.test', ['10.0.0.1'], false],
  ['10.0.0.0/8', 'shop.test', ['10.0.0.1'], true],
  ['10.0.0.0/8', 'shop.test', ['10.0.0.1', '11.0.0.1'], false],
  ['10.0.0.0/8', '10.1.2.3', ['10.1.2.3'], true],
  ['10.0.0.0/8', 'shop.test', [], false],
  ['10.0.0.0/8', '::ffff:a01:203', ['::ffff:a01:203'], true],
  ['127.0.0.1', '127.0.0.1', ['127.0.0.1'], true],
  ['127.0.0.1', '127.0.0.2', ['127.0.0.2'], false],
  ['[::1]', '::1', ['::1'], true],
  ['::1', 'localhost', ['::1'], true],
  ['fd12::/16', 'shop.test', ['fd12:3456::1'], true],
  ['fd12::/16', 'shop.test', ['10.0.0.1'], false],
]

for (const [entry, host, addresses, isAllowed] of lists) {
  t.test(
    `a list of ${entry} ${isAllowed ? 'allows' : 'excludes'} ${host} at ${addresses.join(' and ') || 'no address'}`,
    async (t) => {
      const verdict = createTargetGuard([entry])(host, addresses)
      t.same(verdict, isAllowed ? undefined : { why: 'not-on-the-list', address: addresses[0] ?? host })
    },
  )
}

t.test('any entry of the list suffices, and an empty list allows nothing', async (t) => {
  const guard = createTargetGuard(['shop.test', '10.0.0.0/8'])
  t.equal(guard('other.test', ['10.0.0.1']), undefined)
  t.equal(guard('shop.test', ['11.0.0.1']), undefined)
  t.match(guard('other.test', ['11.0.0.1']), { why: 'not-on-the-list' })
  t.match(createTargetGuard([])('127.0.0.1', ['127.0.0.1']), { why: 'not-on-the-list' })
})
