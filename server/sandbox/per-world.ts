/** What is kept for each world beside its transactions, for a bounded number of worlds. */
export type PerWorld<Kept> = {
  /** Looks without creating, and without counting as use. */
  peek(world: string): Kept | undefined
  /** Creates it at first use. */
  of(world: string): Kept
  delete(world: string): void
  /** All that have any, the least recently used first. */
  worlds(): string[]
}

type Options<Kept> = {
  create: (world: string) => Kept
  /** 10,000 by default. Of more, the world goes whose entry was not used for longest. */
  mostWorlds?: number
  /** What must not go now. */
  isInUse?: (kept: Kept) => boolean
  /** Told of what goes because there are too many. */
  beforeLeaving?: (world: string, kept: Kept) => void
}

const usualMost = 10_000

export function createPerWorld<Kept>({
  create,
  mostWorlds = usualMost,
  isInUse = () => false,
  beforeLeaving = () => {},
}: Options<Kept>): PerWorld<Kept> {
  // A Map iterates in the order of insertion: used anew, an entry moves to its end.
  const entries = new Map<string, Kept>()
  let last: { world: string; kept: Kept } | undefined

  function makeRoom(): void {
    for (const [world, kept] of entries) {
      if (entries.size <= mostWorlds) return
      if (isInUse(kept)) continue
      beforeLeaving(world, kept)
      remove(world)
    }
  }

  function remove(world: string): void {
    if (last?.world === world) last = undefined
    entries.delete(world)
  }

  return {
    peek: (world) => entries.get(world),
    of(world) {
      // Most often it is the one that is at the end already.
      if (last?.world === world) return last.kept
      const known = entries.get(world)
      const kept = known ?? create(world)
      last = { world, kept }
      if (known) entries.delete(world)
      entries.set(world, kept)
      if (!known) makeRoom()
      return kept
    },
    delete: remove,
    worlds: () => [...entries.keys()],
  }
}
