/** A queue of numbered places, from which any place can leave. 0 is none. */
export type Chain = { oldest: number; newest: number }

/** Queues that have no place in common. All is done in constant time, however long they are. */
export type Chains = {
  /** Does nothing when the place is in a chain already. */
  append(chain: Chain, place: number): void
  /** Does nothing when the place is in no chain. */
  remove(chain: Chain, place: number): void
  older(place: number): number
  newer(place: number): number
}

const fewest = 1024

export function createChain(): Chain {
  return { oldest: 0, newest: 0 }
}

/**
 * Several kinds of chains through the same places. All are linked in one flat array: a million objects more would have to
 * be moved and marked by the garbage collector, and what lies side by side comes from memory at once.
 */
export function createChains<Kind extends string>(kinds: readonly Kind[]): Record<Kind, Chains> {
  const width = 2 * kinds.length
  // For each place and kind 1 + the older place, so that 0 is in no chain, and the newer place.
  let links = new Int32Array(fewest * width)

  function makeRoomFor(place: number): void {
    if ((place + 1) * width <= links.length) return
    const before = links
    links = new Int32Array(2 * place * width)
    links.set(before)
  }

  function chainsOf(kind: number): Chains {
    const older = (place: number) => (links[place * width + kind] ?? 0) - 1
    const newer = (place: number) => links[place * width + kind + 1] as number

    function setOlder(place: number, value: number): void {
      links[place * width + kind] = 1 + value
    }

    function setNewer(place: number, value: number): void {
      links[place * width + kind + 1] = value
    }

    return {
      append(chain, place) {
        makeRoomFor(place)
        if (older(place) !== -1) return
        setOlder(place, chain.newest)
        setNewer(place, 0)
        if (chain.newest === 0) chain.oldest = place
        else setNewer(chain.newest, place)
        chain.newest = place
      },
      remove(chain, place) {
        const [before, after] = [older(place), newer(place)]
        if (before === -1) return
        if (before === 0) chain.oldest = after
        else setNewer(before, after)
        if (after === 0) chain.newest = before
        else setOlder(after, before)
        setOlder(place, -1)
      },
      older,
      newer,
    }
  }

  return Object.fromEntries(kinds.map((kind, i) => [kind, chainsOf(2 * i)])) as Record<Kind, Chains>
}
