import fc from 'fast-check'
import t from 'tap'
import { createMemoryStore } from '../../server/adapters/memory-store.ts'
import { cancel } from '../../server/domain/transaction.ts'
import { nthTransaction, testStore } from './store-suite.ts'

testStore(t, () => createMemoryStore({ maxTransactions: 100 }))

/** Which of the transactions 1 to `count` are still there. */
async function kept(store: ReturnType<typeof createMemoryStore>, count: number): Promise<number[]> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const found = await Promise.all(numbers.map((n) => store.find(nthTransaction(n).id)))
  return numbers.filter((_, index) => found[index])
}

const settle = (store: ReturnType<typeof createMemoryStore>, n: number) =>
  store.update(nthTransaction(n).id, (current) => ({ transaction: cancel(current, new Date(n)), deliveries: [] }))

t.test('at the limit the oldest goes, under both of its names', async (t) => {
  const store = createMemoryStore({ maxTransactions: 3 })
  for (const n of [1, 2, 3, 4]) await store.insert(nthTransaction(n))
  t.same(await kept(store, 4), [2, 3, 4])
  t.equal(await store.find(nthTransaction(1).reference), undefined)
})

t.test('one that was asked for of late goes as any other', async (t) => {
  const store = createMemoryStore({ maxTransactions: 2 })
  const { id, reference } = nthTransaction(1)
  await store.insert(nthTransaction(1))
  for (const name of [id, reference]) t.ok(await store.find(name))
  for (const n of [2, 3]) await store.insert(nthTransaction(n))
  for (const name of [id, reference]) t.equal(await store.find(name), undefined)
})

t.test('what payments of a merchant have in common is kept once, and what they have not stays their own', async (t) => {
  const store = createMemoryStore({ maxTransactions: 9 })
  const { store: shop, actions } = nthTransaction(1).order
  const changes = [
    {},
    {},
    { store: { ...shop, name: 'Another' } },
    { actions: { ...actions, returnUrl: 'https://a.b/' } },
  ]
  const made = changes.map((change, n) => nthTransaction(n, structuredClone({ store: shop, actions, ...change })))
  const expected = structuredClone(made.map(({ order }) => order))
  for (const transaction of made) await store.insert(transaction)
  const orders = await Promise.all(made.map(async ({ id }) => (await store.find(id))?.order))
  t.same(orders, expected)
  const [first, second, third, fourth] = orders
  t.equal(second?.store, first?.store)
  t.equal(second?.actions, first?.actions)
  t.equal(third?.actions, first?.actions)
  t.not(fourth?.actions, first?.actions)
})

t.test('final ones go first, in the order in which they became final', async (t) => {
  const store = createMemoryStore({ maxTransactions: 4 })
  for (const n of [1, 2, 3, 4]) await store.insert(nthTransaction(n))
  await settle(store, 4)
  await settle(store, 2)
  for (const n of [5, 6, 7]) await store.insert(nthTransaction(n))
  t.same(await kept(store, 7), [3, 5, 6, 7], '4, then 2, then the oldest pending one')
})

t.test('that the store is full is said once, when the first one goes', async (t) => {
  let said = 0
  const onFull = () => {
    said += 1
  }
  const store = createMemoryStore({ maxTransactions: 2, onFull })
  for (const n of [1, 2]) await store.insert(nthTransaction(n))
  t.equal(said, 0)
  for (const n of [3, 4, 5]) await store.insert(nthTransaction(n))
  t.equal(said, 1)
})

t.test('a few huge transactions fill it too: memory is bounded, not only the count', async (t) => {
  const store = createMemoryStore({ maxTransactions: 100 })
  const huge = { customData: 'x'.repeat(100_000) }
  for (let n = 1; n <= 20; n += 1) await store.insert(nthTransaction(n, huge))
  t.same(await kept(store, 20), [17, 18, 19, 20], '4 KB for each of 100')
})

t.test('one transaction that is larger than all the room is still kept, alone', async (t) => {
  const store = createMemoryStore({ maxTransactions: 1 })
  for (const n of [1, 2]) await store.insert(nthTransaction(n, { customData: 'x'.repeat(50_000) }))
  t.same(await kept(store, 2), [2])
})

t.test('whatever is created and settled, a simple list tells what is kept', async () => {
  const command = fc.record({ settle: fc.boolean(), which: fc.nat() })
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), async (commands, limit) => {
      const store = createMemoryStore({ maxTransactions: limit })
      let model: { n: number; final: boolean }[] = []
      let count = 0
      for (const { settle: settles, which } of commands) {
        const open = model.filter(({ final }) => !final)
        const chosen = open[which % Math.max(open.length, 1)]
        if (settles && chosen) {
          await settle(store, chosen.n)
          model = [...model.filter((entry) => entry !== chosen), { n: chosen.n, final: true }]
        } else {
          count += 1
          await store.insert(nthTransaction(count))
          model = [...model, { n: count, final: false }]
          const goes = model.find(({ final }) => final) ?? model[0]
          if (model.length > limit) model = model.filter((entry) => entry !== goes)
        }
      }
      const expected = model.map(({ n }) => n).sort((a, b) => a - b)
      return JSON.stringify(await kept(store, count)) === JSON.stringify(expected)
    }),
  )
})
