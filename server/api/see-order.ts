import type { components } from '../../client/schema.gen.ts'
import type { SeenOrder } from '../domain/findings/finding.ts'
import type { DisplayNumber, Order } from '../domain/transaction.ts'
import { readOrder } from './read-order.ts'

/** Wire → domain for the findings: an order as it was sent. Null for what is none, as refused bodies often are. */
export function seeOrder(body: unknown): SeenOrder | null {
  try {
    const request = body as components['schemas']['PaymentRequest']
    const order = readOrder(request)
    const { amount, currency } = request.invoice
    return {
      amount: order.amount,
      amountAsText: typeof amount === 'string',
      currency: String(currency),
      shown: sumOf(order),
      callbackUrl: order.actions.callbackUrl,
      signature: JSON.stringify([order.store.name, order.amount, order.customData]),
      isNamed: Object.keys(Object(order.customData)).length > 0,
    }
  } catch {
    return null
  }
}

/** Items and taxes together; null without items, or when one of them does not say. */
function sumOf({ items, taxes }: Order): number | null {
  const parts = [
    ...items.map(({ total, price, quantity }) => numberOf(total) ?? times(numberOf(price), numberOf(quantity ?? 1))),
    ...taxes.map(({ amount }) => numberOf(amount)),
  ]
  if (items.length === 0 || parts.includes(null)) return null
  return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
}

function times(price: number | null, quantity: number | null): number | null {
  return price === null || quantity === null ? null : price * quantity
}

function numberOf(value: DisplayNumber): number | null {
  const isSaid = typeof value === 'number' || (typeof value === 'string' && /^\d+([.]\d+)?$/.test(value.trim()))
  return isSaid ? Number(value) : null
}
