import t from 'tap'
import { createKnownKeys } from '../../server/sandbox/known-keys.ts'

t.test('keys are known once, and of too many the least recently used go', async (t) => {
  const known = createKnownKeys(3)
  known.learn(['a', 'b'])
  known.learn(['a', 'c'])
  t.same(known.all(), ['b', 'a', 'c'])
  known.learn(['d'])
  t.same(known.all(), ['a', 'c', 'd'])
  known.learn(['e', 'f', 'g', 'h'])
  t.same(known.all(), ['f', 'g', 'h'])
})

t.test('the same list again changes nothing', async (t) => {
  const known = createKnownKeys(2)
  const keys = ['a', 'b']
  known.learn(keys)
  known.learn(keys)
  t.same(known.all(), ['a', 'b'])
})
