import type { Clock } from '../sandbox/ports.ts'

export const systemClock: Clock = { now: () => new Date() }
