import { isDeepStrictEqual } from 'node:util'
import t from 'tap'
import { createTransactionRecords } from '../../server/adapters/transaction-records.ts'
import { nthTransaction } from '../stores/store-suite.ts'

const indexed = (n: number) => ({ size: 3 * n, idHash: 4_294_967_295 - n, referenceHash: 2_147_483_648 + n })
const nth = (n: number) => {
  const createdAt = new Date(1_767_322_800_000 + n)
  return { ...nthTransaction(n), createdAt, expiresAt: new Date(createdAt.getTime() + 360_000 * n) }
}

t.test('thousands of records say what was written into them, and a place takes another', async (t) => {
  const records = createTransactionRecords()
  const places = Array.from({ length: 5_000 }, (_, i) => i + 1)
  for (const place of places) records.write(place, nth(place), indexed(place))
  records.write(7, nth(7_000), indexed(7_000))
  const wrong = places.filter((place) => {
    const n = place === 7 ? 7_000 : place
    const { id, reference, createdAt, expiresAt } = nth(n)
    return !(
      records.idAt(place) === id &&
      records.referenceAt(place) === reference &&
      records.createdAt(place).getTime() === createdAt.getTime() &&
      records.expiresAt(place).getTime() === expiresAt.getTime() &&
      isDeepStrictEqual(records.indexedAt(place), indexed(n))
    )
  })
  t.same(wrong, [])
})

t.test('names of other lengths than have room are refused', async (t) => {
  const records = createTransactionRecords()
  const { id, reference } = nthTransaction(1)
  for (const names of [
    { id: `${id}0`, reference },
    { id: id.slice(1), reference },
    { id, reference: `${reference}0` },
    { id, reference: '' },
  ]) {
    t.throws(() => records.write(1, { ...nthTransaction(1), ...names }, indexed(1)), RangeError)
  }
})
