import type { Clock } from './ports.ts'

/** The time of each world: the real one, ahead by what `advance` has added, or still while it advances. */
export type Worlds = {
  now(world: string): Date
  /** Stops the clock of a world at an instant, until it is let go from there. */
  hold(world: string, at: Date): void
  release(world: string): void
  isHeld(world: string): boolean
  reset(world: string): void
}

type Offset = { aheadMs: number; heldAt: Date | undefined }

/** How many worlds may have a time of their own; then the one that was set first goes back to the real one. */
const mostWorlds = 10_000

export function createWorlds(clock: Clock): Worlds {
  const offsets = new Map<string, Offset>()

  function set(world: string, offset: Offset): void {
    offsets.delete(world)
    offsets.set(world, offset)
    for (const [oldest, { heldAt }] of offsets) {
      if (offsets.size <= mostWorlds) return
      if (!heldAt) offsets.delete(oldest)
    }
  }

  return {
    now(world) {
      const { aheadMs = 0, heldAt } = offsets.get(world) ?? {}
      return heldAt ?? new Date(clock.now().getTime() + aheadMs)
    },
    hold: (world, at) => set(world, { aheadMs: 0, heldAt: at }),
    release(world) {
      const { heldAt } = offsets.get(world) ?? {}
      if (heldAt) set(world, { aheadMs: heldAt.getTime() - clock.now().getTime(), heldAt: undefined })
    },
    isHeld: (world) => offsets.get(world)?.heldAt !== undefined,
    reset: (world) => void offsets.delete(world),
  }
}
