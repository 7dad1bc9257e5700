import { Refusal } from './refusal.ts'

const unitsMs: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const longestMs = 366 * 86_400_000

/** Reads `500ms`, `90s`, `5m`, `2h` or `1d`. A bare number is refused: seconds and milliseconds are too easily confused. */
export function readDuration(text: string, path?: string): number {
  const [, count = '', unit = ''] = /^(\d{1,12})(ms|s|m|h|d)$/.exec(text.trim()) ?? []
  const durationMs = count === '' ? Number.NaN : Number(count) * (unitsMs[unit] ?? Number.NaN)
  if (durationMs <= longestMs) return durationMs
  throw new Refusal('duration_not_readable', path)
}
