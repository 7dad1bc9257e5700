import { createDraws } from '../domain/draws.ts'
import { type Fault, type Strike, strike } from '../domain/fault.ts'
import { createPerWorld } from './per-world.ts'

/** The faults of each world, which are none at first. */
export type Faults = {
  of(world: string): readonly Fault[]
  /** The same seed makes the same requests fail. */
  set(world: string, faults: readonly Fault[], seed?: number): void
  clear(world: string): void
  /** The fault that strikes the next call of an operation, if any does. */
  strike(world: string, operation: string): Strike | undefined
}

type Kept = { faults: readonly Fault[]; draw: () => number }

const usualSeed = 1

export function createFaults(): Faults {
  const worlds = createPerWorld<Kept>({ create: () => ({ faults: [], draw: createDraws(usualSeed) }) })
  return {
    of: (world) => worlds.peek(world)?.faults ?? [],
    set: (world, faults, seed = usualSeed) => void Object.assign(worlds.of(world), { faults, draw: createDraws(seed) }),
    clear: (world) => worlds.delete(world),
    strike(world, operation) {
      const kept = worlds.peek(world)
      if (!kept) return undefined
      const { struck, left } = strike(kept.faults, operation, kept.draw)
      kept.faults = left
      return struck
    },
  }
}
