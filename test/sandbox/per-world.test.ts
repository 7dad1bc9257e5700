import t from 'tap'
import { createPerWorld } from '../../server/sandbox/per-world.ts'

t.test('each world has its own, made at first use', async (t) => {
  const lists = createPerWorld<string[]>({ create: () => [] })
  lists.of('a').push('kept')
  t.same(lists.of('a'), ['kept'])
  t.same(lists.of('b'), [])
  t.equal(lists.peek('c'), undefined, 'looking creates nothing')
  lists.delete('a')
  t.equal(lists.peek('a'), undefined)
})

t.test('of too many worlds the one goes that was not used for longest, unless it is in use', async (t) => {
  const worlds = createPerWorld({ create: () => ({ isHeld: false }), mostWorlds: 2, isInUse: ({ isHeld }) => isHeld })
  worlds.of('first')
  worlds.of('second')
  worlds.of('first')
  worlds.of('third')
  t.equal(worlds.peek('second'), undefined)
  worlds.of('first').isHeld = true
  worlds.of('third')
  worlds.of('fourth')
  t.ok(worlds.peek('first'), 'held')
  t.equal(worlds.peek('third'), undefined)
})

t.test('what went right after its use is made anew', async (t) => {
  const lists = createPerWorld<string[]>({ create: () => [] })
  lists.of('a').push('gone')
  lists.delete('a')
  t.same(lists.of('a'), [])
  lists.of('a').push('new')
  t.same(lists.peek('a'), ['new'])
})

t.test('one for which there is no room, since all others are in use, is made anew each time', async (t) => {
  const worlds = createPerWorld({ create: () => ({ isHeld: false }), mostWorlds: 1, isInUse: ({ isHeld }) => isHeld })
  worlds.of('held').isHeld = true
  const first = worlds.of('other')
  t.equal(worlds.peek('other'), undefined)
  t.not(worlds.of('other'), first)
  t.same(worlds.worlds(), ['held'])
})
