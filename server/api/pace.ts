import { createPerWorld } from '../sandbox/per-world.ts'

/** Says whether somebody may go on: as often as this within a minute. Names are forgotten like worlds. */
export type Pace = (name: string) => boolean

type Minute = { since: number; count: number }

const minuteMs = 60_000

export function createPace(most: number, now: () => number = () => performance.now()): Pace {
  const minutes = createPerWorld<Minute>({ create: () => ({ since: now(), count: 0 }) })
  return (name) => {
    const minute = minutes.of(name)
    if (now() - minute.since >= minuteMs) Object.assign(minute, { since: now(), count: 0 })
    minute.count += 1
    return minute.count <= most
  }
}
