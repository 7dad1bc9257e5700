import t from 'tap'
import { minute, order, simulate } from '../support/simulation.ts'

const everything = { limit: 100 }
const minutesAfter = (start: Date, dates: Date[]) => dates.map((at) => (at.getTime() - start.getTime()) / minute)

t.test('a payment is told once, when the merchant acknowledges it', async (t) => {
  const { sandbox, sent } = simulate()
  const { id } = await sandbox.request('m', order)
  await sandbox.pay('m', id)
  await sandbox.advance('m', 24 * 60 * minute)
  t.match(sent, [{ transactionId: id, status: 'SUCCESS', attempt: 1 }])
  t.equal(sent.length, 1)
  t.match(await sandbox.deliveries('m', everything), { items: [{ state: 'acknowledged' }] })
})

t.test('a merchant that never acknowledges is called five times, then left in peace', async (t) => {
  const { sandbox, sent, real } = simulate({ answers: () => 'failed' })
  const { id } = await sandbox.request('m', order)
  await sandbox.cancel('m', id)
  await sandbox.advance('m', 48 * 60 * minute)
  t.same(
    minutesAfter(
      real.now,
      sent.map(({ at }) => at),
    ),
    [0, 1, 6, 36, 156],
  )
  t.same(new Set(sent.map((call) => call.id)).size, 1, 'the same delivery id on each attempt')
  t.match(await sandbox.deliveries('m', everything), { items: [{ state: 'given-up', attempts: { length: 5 } }] })
})

t.test('what expires fails at its instant, and is told', async (t) => {
  const { sandbox, sent, real } = simulate()
  const { id } = await sandbox.request('m', order)
  await sandbox.advance('m', 6 * minute - 1)
  t.match(await sandbox.find('m', id), { status: 'PENDING' })
  await sandbox.advance('m', 1)
  t.match(await sandbox.find('m', id), { status: 'FAIL', settledAt: new Date(real.now.getTime() + 6 * minute) })
  t.match(sent, [{ status: 'FAIL' }])
})

t.test('advancing touches one world, and adds up', async (t) => {
  const { sandbox, real } = simulate()
  const mine = await sandbox.request('m', order)
  const other = await sandbox.request('another', order)
  await Promise.all([sandbox.advance('m', 2 * minute), sandbox.advance('m', 5 * minute)])
  t.same(sandbox.now('m'), new Date(real.now.getTime() + 7 * minute))
  t.same(sandbox.now('another'), real.now)
  t.match(await sandbox.find('m', mine.id), { status: 'FAIL' })
  t.match(await sandbox.find('another', other.id), { status: 'PENDING' })
})

t.test('the sweep does what real time makes due, in every world', async (t) => {
  const { sandbox, sent, real } = simulate()
  const { id } = await sandbox.request('m', order)
  await sandbox.request('another', { ...order, actions: { ...order.actions, callbackUrl: null } })
  real.now = new Date(real.now.getTime() + 6 * minute)
  await sandbox.sweep()
  await sandbox.advance('m', 0)
  t.match(await sandbox.find('m', id), { status: 'FAIL' })
  t.equal(sent.length, 1)
})

t.test('a payment without a callback URL is told to nobody', async (t) => {
  const { sandbox, sent } = simulate()
  const { id } = await sandbox.request('m', { ...order, actions: { ...order.actions, callbackUrl: null } })
  await sandbox.pay('m', id)
  await sandbox.advance('m', 24 * 60 * minute)
  t.same(sent, [])
})

t.test('a replay keeps the delivery id and counts the attempt on', async (t) => {
  const { sandbox, sent } = simulate()
  const { id } = await sandbox.request('m', order)
  await sandbox.pay('m', id)
  await sandbox.advance('m', 0)
  await sandbox.replay('m', sent[0]?.id ?? '')
  await sandbox.advance('m', 0)
  t.match(sent, [{ attempt: 1 }, { attempt: 2, id: sent[0]?.id }])
  await t.rejects(sandbox.replay('another', sent[0]?.id ?? ''), { code: 'callback_not_found' })
  await t.rejects(sandbox.replay('m', 'unknown'), { code: 'callback_not_found' })
})

t.test('a replay that is asked for during an attempt is made after it', async (t) => {
  const { sandbox, sent, hang } = simulate()
  const answer = hang()
  const { id } = await sandbox.request('m', order)
  await sandbox.pay('m', id)
  await answer.asked
  await sandbox.replay('m', sent[0]?.id ?? '')
  answer.give()
  await sandbox.advance('m', 0)
  t.match(sent, [{ attempt: 1 }, { attempt: 2, id: sent[0]?.id }])
  t.equal(sent.length, 2)
  t.match(await sandbox.deliveries('m', everything), { items: [{ state: 'acknowledged' }] })
})

t.test('reset forgets one world, and its callbacks are not sent', async (t) => {
  const { sandbox, sent } = simulate({ answers: () => 'failed' })
  for (const world of ['m', 'another']) {
    const { id } = await sandbox.request(world, order)
    await sandbox.fail(world, id)
    await sandbox.advance(world, 0)
  }
  await sandbox.reset('m')
  const before = sent.length
  await sandbox.advance('m', 60 * minute)
  t.equal(sent.length, before)
  await sandbox.advance('another', minute)
  t.equal(sent.length, before + 1)
})

t.test('reset ends what advances in its world: the new one has the real time, and nothing of it expires', async (t) => {
  const { sandbox, sent, real, hang } = simulate()
  const answer = hang()
  const { id } = await sandbox.request('m', order)
  await sandbox.pay('m', id)
  const passing = [sandbox.advance('m', 60 * minute), sandbox.advance('m', 60 * minute)]
  await answer.asked
  await sandbox.reset('m')
  await Promise.all(passing)
  t.same(sandbox.now('m'), real.now)

  const fresh = await sandbox.request('m', order)
  await sandbox.advance('m', minute)
  answer.give()
  await sandbox.advance('m', minute)

  t.same(sandbox.now('m'), new Date(real.now.getTime() + 2 * minute))
  t.match(await sandbox.find('m', fresh.id), { status: 'PENDING' })
  t.equal(sent.length, 1)
})
