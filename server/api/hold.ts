import { setTimeout as wait } from 'node:timers/promises'
import { HttpError } from '../envelope.ts'

/** Holds a request back for a while; it goes on at once when the sandbox stops or, if asked for, its client leaves. */
export type Hold = (durationMs: number, gone?: AbortSignal) => Promise<void>

export const longestHoldMs = 60_000

/** One for all that holds requests back: how many there may be at a time is bounded. */
export function createHold(stopped: AbortSignal, most = 1000): Hold {
  let held = 0
  return async (durationMs, gone) => {
    if (held >= most) throw new HttpError(503, `More than ${most} requests are waiting already`)
    held += 1
    try {
      await wait(durationMs, undefined, { signal: gone ? AbortSignal.any([stopped, gone]) : stopped })
    } catch {
      // It was cut.
    } finally {
      held -= 1
    }
  }
}
