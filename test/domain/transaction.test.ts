import t from 'tap'
import { cancel, expire, fail, pay, type Transaction } from '../../server/domain/transaction.ts'
import { pendingTransaction } from '../support/transactions.ts'

const at = new Date('2026-01-02T03:04:05Z')
const payment = {
  channel: 'MTN',
  accountNumber: '61000000',
  fees: 50,
  customer: { name: 'Client Test', phone: '61000000', email: null },
}
const pending = pendingTransaction()

const verbs = {
  pay: (transaction: Transaction) => pay(transaction, payment, at),
  fail: (transaction: Transaction) => fail(transaction, at),
  cancel: (transaction: Transaction) => cancel(transaction, at),
  expire: (transaction: Transaction) => expire(transaction),
}
const results = { pay: 'SUCCESS', fail: 'FAIL', cancel: 'CANCELED', expire: 'FAIL' } as const
const names = ['pay', 'fail', 'cancel', 'expire'] as const

for (const first of names) {
  t.test(`PENDING, ${first} → ${results[first]}`, async (t) => {
    const settledAt = first === 'expire' ? pending.expiresAt : at
    t.match(verbs[first](pending), { ...pending, status: results[first], settledAt })
  })

  for (const second of names) {
    t.test(`${results[first]}, ${second} is refused`, async (t) => {
      const final = verbs[first](pending)
      t.throws(() => verbs[second](final), { code: 'transaction_already_final' })
      t.equal(final.status, results[first])
    })
  }
}

t.test('settling leaves the pending transaction as it was', async (t) => {
  const before = structuredClone(pending)
  for (const name of names) verbs[name](pending)
  t.same(pending, before)
})
