import { scenarioOfAmount } from '../domain/scenario/catalogue.ts'
import type { Pending } from '../domain/transaction.ts'
import { UsageError } from '../flags.ts'

/** What comes of a payment is up to the exam: none that plays a scenario of its own can be examined. */
export function refuseScenario({ staged, order }: Pending): void {
  if (staged === null) return
  const isListed = scenarioOfAmount(order.amount) !== undefined
  throw new UsageError(
    isListed
      ? `The payment is of ${order.amount}, an amount that plays a scenario by itself: start one of another, such as 1000`
      : 'The payment plays a scenario by itself, by its custom data, Prefer or /__admin/scenario: start one without',
  )
}
