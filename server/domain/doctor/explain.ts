import type { Attempt, Delivery } from '../delivery.ts'
import { diagnose } from './diagnose.ts'
import type { Diagnosis } from './diagnosis.ts'

/** A delivery whose attempts say what went wrong with them; null where nothing did. */
export type Explained = Omit<Delivery, 'attempts'> & { attempts: ExplainedAttempt[] }
export type ExplainedAttempt = Attempt & { diagnosis: Diagnosis | null }

export function explain(delivery: Delivery, insideContainer: boolean): Explained {
  const attempts = delivery.attempts.map((attempt) => ({
    ...attempt,
    diagnosis: diagnose(attempt.outcome, insideContainer) ?? null,
  }))
  return { ...delivery, attempts }
}
