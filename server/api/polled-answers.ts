import type { Transaction } from '../domain/transaction.ts'

/** Answers that are kept as they are sent, since whoever waits for a payment asks for it again and again. */
export type PolledAnswers = (transaction: Transaction, origin: string, write: () => string) => string

type Answer = { transaction: Transaction; origin: string; json: string }

const usualLimits = { answers: 2_000, length: 8 * 1024 }

/** Writes what has changed since it was asked for. At most 32 MB are kept: of too many the oldest go, and none too long. */
export function createPolledAnswers(limits = usualLimits): PolledAnswers {
  const answers = new Map<string, Answer>()
  return (transaction, origin, write) => {
    const { id } = transaction
    const last = answers.get(id)
    // A transaction never changes: it is replaced.
    if (last?.transaction === transaction && last.origin === origin) return last.json
    const json = write()
    answers.delete(id)
    if (json.length <= limits.length) answers.set(id, { transaction, origin, json })
    if (answers.size > limits.answers) answers.delete(answers.keys().next().value as string)
    return json
  }
}
