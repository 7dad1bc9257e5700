import t from 'tap'
import { createPace } from '../../server/api/pace.ts'
import { learnKeys } from '../../server/api/public-keys.ts'
import { startTestWidget } from '../support/widget.ts'

t.test('a page, and a merchant, opens so many payments a minute and is then told to wait', async (t) => {
  const widget = await startTestWidget(t)
  const wanted = { amount: 1000, currency: 'xof' }
  const open = (n: number, origin: string) =>
    widget.ask('/widget/payments', { ...wanted, public_key: `key-${n % 10}` }, { origin })
  const statuses = new Set<number>()
  for (let n = 0; n < 300; n += 1) statuses.add((await open(n, 'https://busy.test')).status)
  t.same([...statuses], [200])
  const { status, json, headers } = await open(300, 'https://busy.test')
  t.equal(status, 429)
  t.equal(json.message, 'More than 300 calls a minute: wait a minute')
  t.equal(headers.get('access-control-allow-origin'), '*')
  t.equal(headers.get('retry-after'), '60')
  t.equal((await open(300, 'https://calm.test')).status, 200, 'another page goes on')
})

t.test('pages bring so many public keys a minute that nobody has used here, whatever their origins', async (t) => {
  const widget = await startTestWidget(t)
  const open = (public_key: string, n = 0) =>
    widget.ask('/widget/payments', { amount: 1000, currency: 'xof', public_key }, { origin: `https://p${n}.test` })
  for (let n = 0; n < 20; n += 1) t.equal((await open(`new-${n}`, n)).status, 200)
  const { status, json } = await open('one-more', 21)
  t.equal(status, 429)
  t.equal(json.message, 'More than 20 new public keys a minute: wait a minute')
  t.equal((await open('new-7')).status, 200, 'one that has been here goes on')
})

t.test('after a minute one may go on', async (t) => {
  let now = 0
  const mayGoOn = createPace(2, () => now)
  t.same(['a', 'a', 'a', 'b'].map(mayGoOn), [true, true, false, true])
  now = 59_999
  t.equal(mayGoOn('a'), false)
  now = 60_000
  t.same(['a', 'a', 'a'].map(mayGoOn), [true, true, false])
})

t.test('of the public keys and their merchants, those of late are remembered', async (t) => {
  const { keyring, publicKeys } = learnKeys(undefined, 3)
  const use = (publicKey: string, merchantKey: string) =>
    keyring({ publicKey, privateKey: 'x', secretKey: 'y', merchantKey })
  const usersOf = (publicKey: string) => ['m1', 'm2', 'm3'].filter((world) => publicKeys.isUsedBy(publicKey, world))
  for (const merchant of ['m1', 'm2', 'm3', 'm2']) use('p1', merchant)
  t.equal(publicKeys.worldOf('p1'), 'm2')
  t.same(usersOf('p1'), ['m1', 'm2', 'm3'])
  use('p2', 'm1')
  t.same(usersOf('p1'), ['m2', 'm3'])
  use('p3', 'm1')
  t.same(usersOf('p1'), ['m2'])
  t.equal(publicKeys.worldOf('p1'), 'm2')
  use('p4', 'm1')
  t.equal(publicKeys.worldOf('p1'), 'p1', 'forgotten, it names a world')
  t.equal(publicKeys.worldOf('p3'), 'm1')
})
