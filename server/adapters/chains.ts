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
const nowhere = -1

export function createChain(): Chain {
  return { oldest: 0, newest: 0 }
}

/** Linked in flat arrays: a million objects more would have to be moved and marked by the garbage collector. */
export function createChains(): Chains {
  let older = new Int32Array(fewest).fill(nowhere)
  let newer = new Int32Array(fewest)

  function makeRoomFor(place: number): void {
    if (place < older.length) return
    const [olderBefore, newerBefore] = [older, newer]
    older = new Int32Array(2 * place).fill(nowhere)
    newer = new Int32Array(2 * place)
    older.set(olderBefore)
    newer.set(newerBefore)
  }

  return {
    append(chain, place) {
      makeRoomFor(place)
      if (older[place] !== nowhere) return
      older[place] = chain.newest
      newer[place] = 0
      if (chain.newest === 0) chain.oldest = place
      else newer[chain.newest] = place
      chain.newest = place
    },
    remove(chain, place) {
      const [before, after] = [older[place] ?? nowhere, newer[place] ?? 0]
      if (before === nowhere) return
      if (before === 0) chain.oldest = after
      else newer[before] = after
      if (after === 0) chain.newest = before
      else older[after] = before
      older[place] = nowhere
    },
    older: (place) => older[place] as number,
    newer: (place) => newer[place] as number,
  }
}
