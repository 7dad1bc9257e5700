import type { Clock } from '../sandbox/ports.ts'

let latest = new Date()

/** Many ask within a millisecond, and to make a Date takes longer than to learn the time. */
export const systemClock: Clock = {
  now() {
    const ms = Date.now()
    if (ms !== latest.getTime()) latest = new Date(ms)
    return latest
  },
}
