/** Finds numbered places by text. Each text is unique, and 0 is none. */
export type TextIndex = {
  /** Gives the hash of the text, by which it goes. */
  add(text: string, place: number): number
  /** `isAt` says whether the text is that of the place: two may look alike to the index, and some that went are still there. */
  find(text: string, isAt: (place: number) => boolean): number
  /** Of a text that was added. */
  remove(hash: number, place: number): void
}

const fewest = 1024
const mostWaiting = 64

/**
 * A hash table with linear probing in one flat array, where a Map needs 2 µs among a million. Nobody chooses the texts, so
 * none collide on purpose. Changes wait until there are some: no line of a large table is in a cache of the processor, and
 * it fetches many in the time of one.
 */
export function createTextIndex(): TextIndex {
  // Pairs of a hash and a place; without a place the pair is free.
  let pairs = new Uint32Array(2 * fewest)
  let mask = fewest - 1
  let used = 0
  const added = createWaiting()
  const removed = createWaiting()
  const read = new Uint32Array(1)

  const hashAt = (at: number) => pairs[2 * at] as number
  const placeAt = (at: number) => pairs[2 * at + 1] as number
  const after = (at: number) => (at + 1) & mask

  function put(at: number, hash: number, place: number): void {
    pairs[2 * at] = hash
    pairs[2 * at + 1] = place
  }

  function insert(hash: number, place: number): void {
    let at = hash & mask
    while (placeAt(at) !== 0) at = after(at)
    put(at, hash, place)
  }

  function take(hash: number, place: number): void {
    let at = hash & mask
    while (hashAt(at) !== hash || placeAt(at) !== place) at = after(at)
    close(at)
  }

  /** What the one that went had put off moves up, so that no search ends at its hole. */
  function close(hole: number): void {
    for (let at = after(hole); placeAt(at) !== 0; at = after(at)) {
      const distance = (at - hashAt(at)) & mask
      if (distance < ((at - hole) & mask)) continue
      put(hole, hashAt(at), placeAt(at))
      hole = at
    }
    put(hole, 0, 0)
  }

  function grow(): void {
    const old = pairs
    pairs = new Uint32Array(2 * old.length)
    mask = old.length - 1
    for (let i = 0; i < old.length; i += 2) if (old[i + 1] !== 0) insert(old[i] as number, old[i + 1] as number)
  }

  /** What is read does not matter: it is in a cache then. */
  function fetch({ hashes, count }: Waiting): void {
    let all = 0
    for (let i = 0; i < count; i++) all ^= hashAt((hashes[i] as number) & mask)
    read[0] = all
  }

  function settle(): void {
    fetch(added)
    fetch(removed)
    used += added.count
    while (used > pairs.length / 4) grow()
    // One that came and went meanwhile is among both.
    for (let i = 0; i < added.count; i++) insert(added.hashes[i] as number, added.places[i] as number)
    for (let i = 0; i < removed.count; i++) take(removed.hashes[i] as number, removed.places[i] as number)
    used -= removed.count
    added.count = 0
    removed.count = 0
  }

  function wait(waiting: Waiting, hash: number, place: number): void {
    waiting.hashes[waiting.count] = hash
    waiting.places[waiting.count] = place
    waiting.count += 1
    if (waiting.count === mostWaiting) settle()
  }

  return {
    add(text, place) {
      const hash = hashOf(text)
      wait(added, hash, place)
      return hash
    },
    find(text, isAt) {
      const hash = hashOf(text)
      for (let i = 0; i < added.count; i++) {
        const place = added.places[i] as number
        if (added.hashes[i] === hash && isAt(place)) return place
      }
      for (let at = hash & mask; placeAt(at) !== 0; at = after(at)) {
        if (hashAt(at) === hash && isAt(placeAt(at))) return placeAt(at)
      }
      return 0
    },
    remove: (hash, place) => wait(removed, hash, place),
  }
}

type Waiting = { hashes: Uint32Array; places: Uint32Array; count: number }

function createWaiting(): Waiting {
  return { hashes: new Uint32Array(mostWaiting), places: new Uint32Array(mostWaiting), count: 0 }
}

/** FNV-1a, of 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
