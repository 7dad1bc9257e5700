import { createPerWorld } from './per-world.ts'
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

export function createWorlds(clock: Clock): Worlds {
  const offsets = createPerWorld<Offset>({
    create: () => ({ aheadMs: 0, heldAt: undefined }),
    isInUse: ({ heldAt }) => heldAt !== undefined,
  })
  return {
    now(world) {
      const offset = offsets.peek(world)
      if (!offset) return clock.now()
      return offset.heldAt ?? new Date(clock.now().getTime() + offset.aheadMs)
    },
    hold(world, at) {
      offsets.of(world).heldAt = at
    },
    release(world) {
      const offset = offsets.peek(world)
      if (!offset?.heldAt) return
      offset.aheadMs = offset.heldAt.getTime() - clock.now().getTime()
      offset.heldAt = undefined
    },
    isHeld: (world) => offsets.peek(world)?.heldAt !== undefined,
    reset: offsets.delete,
  }
}
