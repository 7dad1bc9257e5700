import type { Test } from 'tap'
import { type Final, fail, type Order, type Pending, pay } from '../../server/domain/transaction.ts'
import type { Store } from '../../server/sandbox/ports.ts'

/** What every store promises, whatever it keeps transactions in. */
export function testStore(t: Test, createStore: () => Store | Promise<Store>): void {
  t.test('finds a transaction by id and by reference, as it was put in', async (t) => {
    const store = await createStore()
    const transaction = pendingTransaction(1)
    await store.insert(transaction)
    t.strictSame(await store.find(transaction.id), transaction)
    t.strictSame(await store.find(transaction.reference), transaction)
    t.ok((await store.find(transaction.id))?.createdAt instanceof Date)
  })

  t.test('finds nothing under another name', async (t) => {
    const store = await createStore()
    await store.insert(pendingTransaction(1))
    for (const name of ['', 'unknown', '__proto__', 'constructor', pendingTransaction(2).id]) {
      t.equal(await store.find(name), undefined, name)
    }
  })

  t.test('update keeps what the transition returns, and gives it back', async (t) => {
    const store = await createStore()
    const transaction = pendingTransaction(1)
    await store.insert(transaction)
    const at = new Date('2026-01-02T03:05:00Z')
    const failed = await store.update(transaction.id, (current) => fail(current, at))
    t.strictSame(failed, { ...transaction, status: 'FAIL', settledAt: at })
    t.strictSame(await store.find(transaction.id), failed)
    t.strictSame(await store.find(transaction.reference), failed)
  })

  t.test('an update that is refused changes nothing', async (t) => {
    const store = await createStore()
    const transaction = pendingTransaction(1)
    await store.insert(transaction)
    const failed = await store.update(transaction.id, (current) => fail(current, new Date(0)))
    await t.rejects(store.update(transaction.id, settleAsPaid), { code: 'transaction_already_final' })
    t.strictSame(await store.find(transaction.id), failed)
  })

  t.test('an update of an unknown transaction is refused', async (t) => {
    const store = await createStore()
    await t.rejects(store.update('unknown', settleAsPaid), { code: 'transaction_not_found' })
  })

  t.test('of many who settle at once, one wins', async (t) => {
    const store = await createStore()
    const transaction = pendingTransaction(1)
    await store.insert(transaction)
    const tries = Array.from({ length: 20 }, (_, n) =>
      store.update<Final>(transaction.id, n % 2 ? settleAsPaid : (current) => fail(current, new Date(n))),
    )
    const outcomes = await Promise.allSettled(tries)
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled')
    t.equal(won.length, 1)
    t.strictSame(await store.find(transaction.id), won[0]?.value)
  })
}

const payment = {
  channel: 'MTN',
  accountNumber: '61000000',
  fees: 50,
  customer: { name: 'A', phone: '6', email: null },
}

function settleAsPaid(current: Parameters<typeof pay>[0]) {
  return pay(current, payment, new Date('2026-01-02T03:05:00Z'))
}

export function pendingTransaction(n: number, change: Partial<Order> = {}): Pending {
  return {
    status: 'PENDING',
    id: n.toString(16).padStart(24, '0'),
    reference: `R${n.toString().padStart(9, '0')}`,
    world: 'merchant',
    createdAt: new Date('2026-01-02T03:00:00Z'),
    order: {
      amount: 1000,
      description: 'Two T-shirts',
      items: [{ name: 'T-shirt', quantity: 2, price: '500', total: 1000, description: null }],
      taxes: [{ name: 'TVA', amount: 180 }],
      customData: { order: [n, { nested: true }] },
      channels: ['mtn-benin'],
      store: {
        name: 'Test Store',
        tagline: null,
        address: 'Cotonou',
        phone: null,
        logo: null,
        website: null,
        color: null,
        template: null,
      },
      actions: { cancelUrl: null, returnUrl: null, callbackUrl: 'https://example.com/callback' },
      ...change,
    },
  }
}
