import { createPerWorld } from './per-world.ts'
import type { Clock } from './ports.ts'

/** The time of each world: the real one, ahead by what `advance` has added, or still while it advances. */
export type Worlds = {
  now(world: string): Date
  /** What lets time pass in a world, until that world is reset. */
  timeOf(world: string): Time
  isHeld(world: string): boolean
  reset(world: string): void
}

/** Once its world is reset it moves nothing any more: the clock of the new one is not its own. */
export type Time = {
  now(): Date
  /** Stops the clock at an instant, until it is let go from there. */
  hold(at: Date): void
  release(): void
  /** Aborted when the world is reset. */
  ended: AbortSignal
}

type Offset = { aheadMs: number; heldAt: Date | undefined; end: AbortController }

export function createWorlds(clock: Clock): Worlds {
  const offsets = createPerWorld<Offset>({
    create: () => ({ aheadMs: 0, heldAt: undefined, end: new AbortController() }),
    isInUse: ({ heldAt }) => heldAt !== undefined,
  })
  const nowBy = ({ aheadMs, heldAt }: Offset) => heldAt ?? new Date(clock.now().getTime() + aheadMs)
  return {
    now(world) {
      const offset = offsets.peek(world)
      return offset ? nowBy(offset) : clock.now()
    },
    timeOf(world) {
      const offset = offsets.of(world)
      return {
        now: () => nowBy(offset),
        hold(at) {
          offset.heldAt = at
        },
        release() {
          if (!offset.heldAt) return
          offset.aheadMs = offset.heldAt.getTime() - clock.now().getTime()
          offset.heldAt = undefined
        },
        ended: offset.end.signal,
      }
    },
    isHeld: (world) => offsets.peek(world)?.heldAt !== undefined,
    reset(world) {
      const offset = offsets.peek(world)
      offsets.delete(world)
      offset?.end.abort()
    },
  }
}
