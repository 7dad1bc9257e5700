import t from 'tap'
import { createTransactionTable } from '../../server/adapters/transaction-table.ts'
import { nthTransaction } from '../stores/store-suite.ts'

t.test('a place that was left is taken again', async (t) => {
  const table = createTransactionTable()
  const [, second] = [1, 2, 3].map((n) => table.add(nthTransaction(n)))
  table.remove(second as number)
  t.equal(table.add(nthTransaction(4)), second)
  t.match(table.find(nthTransaction(4).reference), { id: nthTransaction(4).id })
  t.equal(table.find(nthTransaction(2).id), undefined)
})

t.test('two thousand names of late are remembered, and the oldest of them goes', async (t) => {
  const table = createTransactionTable()
  for (let n = 0; n <= 2_000; n += 1) table.add(nthTransaction(n))
  const find = (n: number) => table.find(nthTransaction(n).id)
  const [first, second] = [find(0), find(1)]
  t.equal(find(0), first, 'it is the very same as long as it is remembered')
  for (let n = 2; n <= 2_000; n += 1) find(n)
  t.equal(find(1), second)
  t.not(find(0), first)
  t.same(find(0), first)
})
