import fc from 'fast-check'
import t from 'tap'
import { createTextIndex } from '../../server/adapters/text-index.ts'

t.test('a text is found at its place as long as it is there, whatever else comes and goes', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(text, { maxLength: 300, size: 'max' }), (touched) => {
      const index = createTextIndex()
      const texts: string[] = ['']
      const known = new Map<string, { hash: number; place: number }>()
      for (const text of touched) {
        const added = known.get(text)
        if (added) {
          index.remove(added.hash, added.place)
          texts[added.place] = ''
          known.delete(text)
        } else {
          const free = texts.indexOf('', 1)
          const place = free === -1 ? texts.length : free
          texts[place] = text
          known.set(text, { place, hash: index.add(text, place) })
        }
        const find = (text: string) => index.find(text, (at) => texts[at] === text)
        if ([...known].some(([text, { place }]) => find(text) !== place)) return false
        if (known.has(text) !== (find(text) !== 0)) return false
      }
      return true
    }),
  )
})

t.test('a hundred thousand texts come, half of them go, and each is told from the others', async (t) => {
  const index = createTextIndex()
  const nameOf = (place: number) => `transaction ${place}`
  const isThere = (place: number) => place % 2 !== 0
  const placeOf = (place: number) => index.find(nameOf(place), (at) => isThere(at) && nameOf(at) === nameOf(place))
  const places = Array.from({ length: 100_000 }, (_, i) => i + 1)
  const hashes = places.map((place) => index.add(nameOf(place), place))
  for (const place of places) if (!isThere(place)) index.remove(hashes[place - 1] as number, place)
  t.same(places.filter((place) => placeOf(place) !== (isThere(place) ? place : 0)).slice(0, 3), [])
})

t.test('two texts that look alike to the index are kept apart', async (t) => {
  // FNV-1a gives both the same 32 bits.
  const [one, other] = ['costarring', 'liquid']
  const texts = ['', one, other]
  const placeOf = (text: string) => index.find(text, (place) => texts[place] === text)
  const index = createTextIndex()
  const hash = index.add(one, 1)
  t.equal(placeOf(other), 0)
  index.add(other, 2)
  t.same([placeOf(one), placeOf(other)], [1, 2])
  index.remove(hash, 1)
  texts[1] = ''
  t.same([placeOf(one), placeOf(other)], [0, 2])
})

t.test('it takes no more room, however many come and go', async (t) => {
  const index = createTextIndex()
  const before = process.memoryUsage().arrayBuffers
  for (let n = 0; n < 300_000; n += 1) index.remove(index.add(`transaction ${n}`, 1), 1)
  const grownBy = process.memoryUsage().arrayBuffers - before
  t.ok(grownBy < 1_000_000, `${grownBy} bytes`)
})
