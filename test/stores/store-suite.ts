import type { Test } from 'tap'
import { createDelivery, type Delivery, recordOutcome } from '../../server/domain/delivery.ts'
import type { Attempted } from '../../server/domain/outcome.ts'
import { schedules } from '../../server/domain/schedule.ts'
import {
  type Failed,
  type Final,
  fail,
  type Order,
  type Pending,
  pay,
  type Transaction,
} from '../../server/domain/transaction.ts'
import type { Change, Store } from '../../server/sandbox/ports.ts'
import { pendingTransaction } from '../support/transactions.ts'

const settledAt = new Date('2026-01-02T03:05:00Z')
const later = (seconds: number) => new Date(settledAt.getTime() + seconds * 1000)
const everything = { limit: 100 }

/** What every store promises, whatever it keeps transactions and callbacks in. */
export function testStore(t: Test, createStore: () => Store | Promise<Store>): void {
  t.test('finds a transaction by id and by reference, as it was put in', async (t) => {
    const store = await createStore()
    const transaction = nthTransaction(1)
    await store.insert(transaction)
    t.strictSame(await store.find(transaction.id), transaction)
    t.strictSame(await store.find(transaction.reference), transaction)
    t.ok((await store.find(transaction.id))?.createdAt instanceof Date)
  })

  t.test('finds nothing under another name', async (t) => {
    const store = await createStore()
    await store.insert(nthTransaction(1))
    for (const name of ['', 'unknown', '__proto__', 'constructor', nthTransaction(2).id]) {
      t.equal(await store.find(name), undefined, name)
      t.equal(await store.findDelivery(name), undefined, name)
    }
  })

  t.test('update keeps what the transition returns, and gives it back', async (t) => {
    const store = await createStore()
    const transaction = nthTransaction(1)
    await store.insert(transaction)
    const failed = await store.update(transaction.id, settleAsFailed)
    t.strictSame(failed, { ...transaction, status: 'FAIL', settledAt })
    t.strictSame(await store.find(transaction.id), failed)
    t.strictSame(await store.find(transaction.reference), failed)
  })

  t.test('what was looked at before it changed is found as it is now', async (t) => {
    const store = await createStore()
    const { id, reference } = nthTransaction(1)
    await store.insert(nthTransaction(1))
    for (const name of [id, reference]) t.match(await store.find(name), { status: 'PENDING' })
    await store.update(id, settleAsFailed)
    for (const name of [id, reference]) t.match(await store.find(name), { status: 'FAIL' })
  })

  t.test('an update that is refused changes nothing: neither the transaction nor the callbacks', async (t) => {
    const store = await createStore()
    const transaction = nthTransaction(1)
    await store.insert(transaction)
    const failed = await store.update(transaction.id, settleAsFailed)
    await t.rejects(store.update(transaction.id, settleAsPaid), { code: 'transaction_already_final' })
    t.strictSame(await store.find(transaction.id), failed)
    t.equal((await store.listDeliveries('merchant', everything)).items.length, 1)
  })

  t.test('an update of an unknown transaction is refused', async (t) => {
    const store = await createStore()
    await t.rejects(store.update('unknown', settleAsPaid), { code: 'transaction_not_found' })
  })

  t.test('of many who settle at once one wins, and only its callback is kept', async (t) => {
    const store = await createStore()
    const transaction = nthTransaction(1)
    await store.insert(transaction)
    const tries = Array.from({ length: 20 }, (_, n) =>
      store.update<Final>(transaction.id, n % 2 ? settleAsPaid : settleAsFailed),
    )
    const outcomes = await Promise.allSettled(tries)
    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    t.equal(won.length, 1)
    t.strictSame(await store.find(transaction.id), won[0])
    const { items } = await store.listDeliveries('merchant', everything)
    t.strictSame(
      items.map(({ told }) => told),
      won,
    )
  })

  t.test('lists a world from the newest to the oldest, page by page', async (t) => {
    const store = await createStore()
    for (const n of [1, 2, 3, 4, 5]) await store.insert(nthTransaction(n))
    await store.insert({ ...nthTransaction(6), world: 'another' })
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await store.list('merchant', { limit: 2, after })
      seen.push(...page.items.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    t.same(
      seen,
      [5, 4, 3, 2, 1].map((n) => nthTransaction(n).id),
    )
    t.same(await store.list('nobody', everything), { items: [], next: null })
  })

  t.test('lists only what matches, page by page', async (t) => {
    const store = await createStore()
    for (const n of [1, 2, 3, 4, 5]) await store.insert(nthTransaction(n))
    for (const n of [1, 3, 5]) await store.update(nthTransaction(n).id, settleAsFailed)
    const ids = (...numbers: number[]) => numbers.map((n) => nthTransaction(n).id)
    const first = await store.list('merchant', { limit: 2, status: 'FAIL' })
    t.same([first.items.map(({ id }) => id), first.next], [ids(5, 3), ids(3)[0]])
    const last = await store.list('merchant', { limit: 2, status: 'FAIL', after: ids(3)[0] })
    t.same([last.items.map(({ id }) => id), last.next], [ids(1), null])
    t.same(await store.list('merchant', { limit: 2, status: 'SUCCESS' }), { items: [], next: null })

    const { id, reference } = nthTransaction(3)
    for (const transaction of [id, reference]) {
      const { items, next } = await store.listDeliveries('merchant', { limit: 1, transaction })
      t.same([items.map(({ told }) => told.id), next], [[id], null])
    }
    t.equal((await store.listDeliveries('merchant', { limit: 9, state: 'pending' })).items.length, 3)
    t.equal((await store.listDeliveries('merchant', { limit: 9, state: 'acknowledged' })).items.length, 0)
    t.equal((await store.listDeliveries('merchant', { limit: 9, transaction: 'unknown' })).items.length, 0)
  })

  t.test('tells what is due by then, earliest first', async (t) => {
    const store = await createStore()
    for (const n of [1, 2]) await store.insert(nthTransaction(n))
    await store.insert({ ...nthTransaction(3), expiresAt: later(600) })
    await store.update(nthTransaction(1).id, settleAsFailed)
    const due = async (by: Date) => (await store.due('merchant', by, later(0))).map(({ kind, at }) => [kind, at])
    t.same(await due(later(-1)), [])
    t.same(await due(later(0)), [['attempt', later(0)]])
    t.same(await due(later(60)), [
      ['attempt', later(0)],
      ['settlement', later(60)],
    ])
    t.equal((await due(later(600))).length, 3)
    t.same(await store.due('nobody', later(600), later(0)), [])
    t.same(await store.waitingWorlds(), ['merchant'])
  })

  t.test('what ends by a scenario is due by it alone, until it no longer does', async (t) => {
    const store = await createStore()
    const { id } = nthTransaction(1)
    await store.insert(nthTransaction(1))
    const scenario = { settlement: { ending: 'success', afterMs: 10_000, afterPolls: 0 } } as const
    const staged = { scenario, requested: null, since: later(0), payment: null }
    const due = async () => (await store.due('merchant', later(600), later(0))).map(({ at }) => at)
    for (const [stage, at] of [
      [staged, later(10)],
      [null, later(60)],
    ] as const) {
      await store.update(id, (current) => ({ transaction: { ...(current as Pending), staged: stage }, deliveries: [] }))
      t.same(await due(), [at])
    }
  })

  t.test('of many who claim an attempt at once, one gets it', async (t) => {
    const { store, id } = await storeWithDelivery(createStore)
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, n) => store.claim(id, later(0), { holder: `holder-${n}`, until: later(60) })),
    )
    t.equal(claims.filter(Boolean).length, 1)
    t.same(await store.due('merchant', later(0), later(0)), [], 'what is held is not due')
  })

  t.test('a claim whose holder died is taken over when its time is up, and not before', async (t) => {
    const { store, id } = await storeWithDelivery(createStore)
    t.ok(await store.claim(id, later(0), { holder: 'dead', until: later(60) }))
    t.notOk(await store.claim(id, later(59), { holder: 'heir', until: later(119) }))
    t.equal((await store.due('merchant', later(0), later(60))).length, 1)
    t.ok(await store.claim(id, later(60), { holder: 'heir', until: later(120) }))

    const late = await store.record(id, 'dead', acknowledge)
    t.equal(late, undefined, 'the dead come too late')
    t.match(await store.findDelivery(id), { state: 'pending', attempts: [] })
    t.match(await store.record(id, 'heir', acknowledge), { state: 'acknowledged' })
  })

  t.test('acknowledgement ends a delivery; a failure writes the attempt and its next time at once', async (t) => {
    const { store, id } = await storeWithDelivery(createStore)
    await store.claim(id, later(0), { holder: 'a', until: later(60) })
    const failed = await store.record(id, 'a', (current) => recordOutcome(current, refused, later(1), schedules.intram))
    t.match(failed, { state: 'pending', attempts: [{ number: 1 }], nextAttemptAt: later(61) })
    t.strictSame(await store.findDelivery(id), failed)
    t.same(await store.due('merchant', later(60), later(1)), [])

    t.ok(await store.claim(id, later(61), { holder: 'b', until: later(120) }), 'it was let go')
    await store.record(id, 'b', acknowledge)
    t.same(await store.due('merchant', later(9999), later(9999)), [])
    t.notOk(await store.claim(id, later(9999), { holder: 'c', until: later(99_999) }))
    t.same(await store.waitingWorlds(), [])
  })

  t.test('a transition that throws leaves the delivery with its holder', async (t) => {
    const { store, id } = await storeWithDelivery(createStore)
    await store.claim(id, later(0), { holder: 'a', until: later(60) })
    const broken = () => {
      throw new Error('broken')
    }
    await t.rejects(store.record(id, 'a', broken), { message: 'broken' })
    t.match(await store.findDelivery(id), { state: 'pending', attempts: [] })
    t.notOk(await store.claim(id, later(1), { holder: 'b', until: later(61) }))
    t.match(await store.record(id, 'a', acknowledge), { state: 'acknowledged' })
  })

  t.test('to go on behind a transaction of another world begins anew', async (t) => {
    const store = await createStore()
    for (const n of [1, 2]) await store.insert(nthTransaction(n))
    await store.insert({ ...nthTransaction(3), world: 'another' })
    const { items } = await store.list('merchant', { ...everything, after: nthTransaction(3).id })
    t.same(
      items.map(({ id }) => id),
      [nthTransaction(2).id, nthTransaction(1).id],
    )
  })

  t.test('reset forgets one world and leaves the others', async (t) => {
    const { store, id } = await storeWithDelivery(createStore)
    await store.insert({ ...nthTransaction(2), world: 'another' })
    for (const n of [3, 4, 5]) await store.insert({ ...nthTransaction(n), world: 'merchant' })
    await store.reset('merchant')
    for (const n of [1, 3, 4, 5]) t.equal(await store.find(nthTransaction(n).id), undefined)
    t.equal(await store.findDelivery(id), undefined)
    t.same(await store.list('merchant', everything), { items: [], next: null })
    t.ok(await store.find(nthTransaction(2).id))
    t.same(await store.waitingWorlds(), ['another'])
  })
}

const payment = {
  channel: 'MTN',
  accountNumber: '61000000',
  fees: 50,
  customer: { name: 'A', phone: '6', email: null },
}
const refused: Attempted = { kind: 'refused-connection', reason: 'ECONNREFUSED', target: 'http://x/', durationMs: 1 }
const answered: Attempted = { kind: 'answered', status: 200, headers: {}, body: '', target: 'http://x/', durationMs: 1 }

function acknowledge(current: Delivery): Delivery {
  return recordOutcome(current, answered, later(2), schedules.intram)
}

function settleAsPaid(current: Transaction): Change<Final> {
  return withCallback(pay(current, payment, settledAt))
}

function settleAsFailed(current: Transaction): Change<Failed> {
  return withCallback(fail(current, settledAt))
}

let deliveries = 0
function withCallback<Next extends Final>(told: Next): Change<Next> {
  deliveries += 1
  const id = `delivery-${deliveries}`
  const url = 'https://example.com/callback'
  return {
    transaction: told,
    deliveries: [createDelivery({ id, told, url, at: settledAt, schedule: schedules.intram })],
  }
}

async function storeWithDelivery(createStore: () => Store | Promise<Store>) {
  const store = await createStore()
  await store.insert(nthTransaction(1))
  await store.update(nthTransaction(1).id, settleAsFailed)
  const { items } = await store.listDeliveries('merchant', everything)
  return { store, id: items[0]?.id ?? '' }
}

/** The n-th of several, with names of its own and something in every field. */
export function nthTransaction(n: number, change: Partial<Order> = {}): Pending {
  const order: Partial<Order> = {
    description: 'Two T-shirts',
    items: [{ name: 'T-shirt', quantity: 2, price: '500', total: 1000, description: null }],
    taxes: [{ name: 'TVA', amount: 180 }],
    customData: { order: [n, { nested: true }] },
    channels: ['mtn-benin'],
    ...change,
  }
  const names = { id: n.toString(16).padStart(24, '0'), reference: `R${n.toString().padStart(9, '0')}` }
  return { ...pendingTransaction(order), ...names }
}
