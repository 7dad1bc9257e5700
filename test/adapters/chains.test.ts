import fc from 'fast-check'
import t from 'tap'
import { type Chain, type Chains, createChain, createChains } from '../../server/adapters/chains.ts'

t.test('a chain has its places in the order in which they came, whichever leave', async () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 })), (touched) => {
      const { chains, others } = createChains(['others', 'chains'])
      const [odd, even] = [createChain(), createChain()]
      const other = createChain()
      const model = new Set<number>()
      for (const place of touched) {
        const chain = place % 2 === 0 ? even : odd
        others.append(other, place)
        if (model.has(place)) chains.remove(chain, place)
        else chains.append(chain, place)
        if (!model.delete(place)) model.add(place)
      }
      if (`${fromOldest(others, other)}` !== `${[...new Set(touched)]}`) return false
      return [odd, even].every((chain, rest) => {
        const expected = [...model].filter((place) => (place + 1) % 2 === rest)
        return (
          `${fromOldest(chains, chain)}` === `${expected}` && `${fromNewest(chains, chain)}` === `${expected.reverse()}`
        )
      })
    }),
  )
})

t.test('what is there already keeps its place, and what is not there cannot leave', async (t) => {
  const { chains } = createChains(['chains'])
  const chain = createChain()
  for (const place of [3, 5_000, 3]) chains.append(chain, place)
  t.same(fromOldest(chains, chain), [3, 5_000])
  for (const place of [4, 1_000_000]) chains.remove(chain, place)
  t.same(fromOldest(chains, chain), [3, 5_000])
})

function fromOldest(chains: Chains, { oldest }: Chain): number[] {
  const places: number[] = []
  for (let place = oldest; place !== 0; place = chains.newer(place)) places.push(place)
  return places
}

function fromNewest(chains: Chains, { newest }: Chain): number[] {
  const places: number[] = []
  for (let place = newest; place !== 0; place = chains.older(place)) places.push(place)
  return places
}
