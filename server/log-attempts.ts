import type { Delivery } from './domain/delivery.ts'
import type { Attempted } from './domain/outcome.ts'
import type { Log } from './log.ts'

/** One line for each attempt that failed: to whom, why, and how that is usually mended. */
export function logAttempts(log: Log, insideContainer: boolean, redact: (world: string, text: string) => string) {
  return async ({ told, attempts, state }: Delivery, outcome: Attempted): Promise<void> => {
    const { diagnose } = await import('./domain/doctor/diagnose.ts')
    const diagnosis = diagnose(outcome, insideContainer)
    if (diagnosis?.severity !== 'failure') return
    const { sentence, fix } = diagnosis
    const next = state === 'pending' ? 'It will be tried again.' : 'It will not be tried again.'
    log.warn(
      `Callback ${attempts.length} of ${told.id} to ${redact(told.world, withoutQuery(outcome.target))} failed. ${sentence.en} ${fix.en} ${next}`,
    )
  }
}

/** A merchant may have put a secret of its own there. */
function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}
