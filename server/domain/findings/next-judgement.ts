import type { Seen } from './finding.ts'
import { attemptsIn, patienceMs, settlementsIn } from './select.ts'

/** When time alone may next make something a finding: a merchant's patience with a callback or an end is over then. */
export function nextJudgementAt({ entries, now }: Seen): Date | undefined {
  const ends = [...attemptsIn(entries), ...settlementsIn(entries)].map(({ at }) => at.getTime() + patienceMs)
  const next = ends.reduce((first, end) => (end > now.getTime() ? Math.min(first, end) : first), Infinity)
  return next === Infinity ? undefined : new Date(next)
}
