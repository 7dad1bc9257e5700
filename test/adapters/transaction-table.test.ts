import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { createTransactionTable } from '../../server/adapters/transaction-table.ts'
import { fail, type Staged, type Transaction } from '../../server/domain/transaction.ts'
import { nthTransaction } from '../stores/store-suite.ts'

const settledAt = new Date('2026-01-02T03:05:00Z')
const scenario = { settlement: { ending: 'success', afterMs: 0, afterPolls: 2 } } as const
const staged: Staged = { scenario, requested: scenario, since: settledAt, payment: null }

t.test('a place that was left is taken again', async (t) => {
  const table = createTransactionTable()
  const [, second] = [1, 2, 3].map((n) => table.add(nthTransaction(n)))
  table.remove(second as number)
  t.equal(table.add(nthTransaction(4)), second)
  t.match(table.find(nthTransaction(4).reference), { id: nthTransaction(4).id })
  t.equal(table.find(nthTransaction(2).id), undefined)
})

t.test('two thousand that were asked for of late are the very same, and the first of them is made anew', async (t) => {
  const table = createTransactionTable()
  for (let n = 0; n <= 2_000; n += 1) table.add(nthTransaction(n))
  const find = (n: number) => table.find(nthTransaction(n).id)
  const [first, second] = [find(0), find(1)]
  t.equal(find(0), first, 'as long as it is kept')
  for (let n = 2; n <= 2_000; n += 1) find(n)
  t.equal(find(1), second)
  t.not(find(0), first)
  t.same(find(0), first)
})

t.test('what is final or staged stays the very same, however many others are asked for', async (t) => {
  const table = createTransactionTable()
  const failed = fail(nthTransaction(0), settledAt)
  table.replace(table.add(nthTransaction(0)), failed)
  const playing = { ...nthTransaction(1), staged }
  table.add(playing)
  for (let n = 2; n <= 2_500; n += 1) {
    table.add(nthTransaction(n))
    table.find(nthTransaction(n).reference)
  }
  t.equal(table.find(failed.id), failed)
  t.equal(table.find(playing.reference), playing)
})

t.test('each is found as it last was, by either name, whatever becomes of others', async () => {
  const change = fc.constantFrom('find', 'fail', 'stage', 'unstage', 'remove')
  const step = fc.record({ n: fc.nat(8), change })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const table = createTransactionTable()
      const known = new Map<number, Transaction>()
      for (const { n, change } of steps) {
        const current = known.get(n)
        if (!current) {
          const added = { ...nthTransaction(n), staged: change === 'stage' ? staged : null }
          table.add(added)
          known.set(n, added)
          continue
        }
        const place = table.placeOf(current.id)
        if (change === 'remove') {
          table.remove(place)
          known.delete(n)
        } else if (change !== 'find') {
          const next = change === 'fail' ? fail(nthTransaction(n), settledAt) : nthTransaction(n)
          const replaced = { ...next, staged: change === 'stage' ? staged : null }
          table.replace(place, replaced)
          known.set(n, replaced)
        }
        for (let m = 0; m <= 8; m += 1) {
          const { id, reference } = nthTransaction(m)
          const expected = known.get(m)
          const found = [table.find(id), table.find(reference), expected && table.at(table.placeOf(id))]
          if (!found.every((each) => isDeepStrictEqual(each, expected))) return false
          if (expected && table.statusAt(table.placeOf(id)) !== expected.status) return false
        }
      }
      return table.count() === known.size
    }),
  )
})
