import type { components } from '../../client/schema.gen.ts'
import type { Data } from '../domain/data.ts'
import type { SeenOrder } from '../domain/findings/finding.ts'
import { readOrder } from './read-order.ts'
import { shownSum } from './shown-sum.ts'

/** Wire → domain for the findings: an order as it was sent. Null for what is none, as refused bodies often are. */
export function seeOrder(body: unknown): SeenOrder | null {
  try {
    const request = body as components['schemas']['PaymentRequest']
    const order = readOrder(request)
    const { amount, currency } = request.invoice
    const own = withoutScenario(order.customData)
    return {
      amount: order.amount,
      amountAsText: typeof amount === 'string',
      currency: String(currency),
      shown: shownSum(order),
      callbackUrl: order.actions.callbackUrl,
      signature: canonical([order.store.name, order.amount, order.description, order.items, own]),
      sent: canonical(order),
      isNamed: Object.keys(Object(own)).length > 0,
    }
  } catch {
    return null
  }
}

/** Custom data without the wish for a scenario, which is no merchant's. */
function withoutScenario(data: Data): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data
  const { scenario: _, ...own } = data
  return own
}

/** The same for the same value, in whatever order its members are. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
