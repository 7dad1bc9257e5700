import fc from 'fast-check'
import t from 'tap'
import { createTextIndex } from '../../server/adapters/text-index.ts'

t.test('a text is found at its place as long as it is there, whatever else comes and goes', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 8 })
  fc.assert(
    fc.property(fc.array(text, { maxLength: 300 }), (touched) => {
      const index = createTextIndex()
      const texts: string[] = ['']
      const known = new Map<string, number>()
      for (const text of touched) {
        const place = known.get(text)
        if (place !== undefined) {
          index.remove(text, place)
          known.delete(text)
        } else {
          known.set(text, texts.push(text) - 1)
          index.add(text, texts.length - 1)
        }
        if ([...known].some(([text, place]) => index.find(text, (at) => texts[at] === text) !== place)) return false
        if (known.has(text) !== (index.find(text, (at) => texts[at] === text) !== 0)) return false
      }
      return true
    }),
  )
})

t.test('a hundred thousand texts come, half of them go, and each is told from the others', async (t) => {
  const index = createTextIndex()
  const nameOf = (place: number) => `transaction ${place}`
  const placeOf = (place: number) => index.find(nameOf(place), (at) => nameOf(at) === nameOf(place))
  const places = Array.from({ length: 100_000 }, (_, i) => i + 1)
  for (const place of places) index.add(nameOf(place), place)
  for (const place of places) if (place % 2 === 0) index.remove(nameOf(place), place)
  t.same(places.filter((place) => placeOf(place) !== (place % 2 === 0 ? 0 : place)).slice(0, 3), [])
})

t.test('two texts that look alike to the index are kept apart', async (t) => {
  // FNV-1a gives both the same 32 bits.
  const [one, other] = ['costarring', 'liquid']
  const texts = ['', one, other]
  const placeOf = (text: string) => index.find(text, (place) => texts[place] === text)
  const index = createTextIndex()
  index.add(one, 1)
  t.equal(placeOf(other), 0)
  index.add(other, 2)
  t.same([placeOf(one), placeOf(other)], [1, 2])
  index.remove(one, 1)
  t.same([placeOf(one), placeOf(other)], [0, 2])
})
