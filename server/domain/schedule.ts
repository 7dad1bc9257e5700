import { readDuration } from './duration.ts'
import { Refusal } from './refusal.ts'

/** How long to wait before each attempt to deliver a callback, in ms: the first from its beginning, then from the last. */
export type Schedule = readonly number[]

const second = 1_000
const minute = 60 * second
const mostAttempts = 20

/** `intram` is the one that Intram's Merchant API documents, its delays read as waits between attempts. */
export const schedules = {
  intram: [0, minute, 5 * minute, 30 * minute, 120 * minute],
  fast: [0, second, 2 * second, 5 * second, 10 * second],
  once: [0],
} as const satisfies Record<string, Schedule>

/** Reads the name of a schedule, or its waits as in `0s,10s,1m`. */
export function readSchedule(text: string, path?: string): Schedule {
  const name = text.trim()
  if (isName(name)) return schedules[name]
  try {
    const waits = name.split(',').map((wait) => readDuration(wait))
    if (waits.length <= mostAttempts) return waits
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  throw new Refusal('schedule_not_readable', path)
}

/** When the attempt of this number, from 1, is due; undefined when the schedule has no such attempt. */
export function nextAttemptAt(schedule: Schedule, attempt: number, after: Date): Date | undefined {
  const waitMs = schedule[attempt - 1]
  return waitMs === undefined ? undefined : new Date(after.getTime() + waitMs)
}

function isName(text: string): text is keyof typeof schedules {
  return Object.hasOwn(schedules, text)
}
