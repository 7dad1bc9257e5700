import type { DisplayNumber, Item, Order } from '../domain/transaction.ts'

/** What the lines of an order add up to, and by how much that may miss the amount because they are rounded. */
export type ShownSum = { sum: number; within: number }

/** Of a whole XOF, since there are no cents; and of a price in cents, for each piece. */
const half = 0.5
const halfCent = 0.005

/** Items and taxes together; null without items, or when one of them does not say. */
export function shownSum({ items, taxes }: Order): ShownSum | null {
  const lines = [...items.map(lineOf), ...taxes.map(({ amount }) => exactly(numberOf(amount)))]
  if (items.length === 0) return null
  return lines.reduce<ShownSum | null>(
    (all, line) => all && line && { sum: all.sum + line.sum, within: all.within + line.within },
    { sum: 0, within: 0 },
  )
}

function lineOf({ total, price, quantity }: Item): ShownSum | null {
  const said = numberOf(total)
  if (said !== null) return exactly(said)
  const [each, count] = [numberOf(price), numberOf(quantity ?? 1)]
  if (each === null || count === null) return null
  const line = exactly(each * count)
  return Number.isInteger(each) ? line : line && { ...line, within: Math.max(half, Math.abs(count) * halfCent) }
}

/** Whole numbers are meant as they are. */
function exactly(sum: number | null): ShownSum | null {
  return sum === null ? null : { sum, within: Number.isInteger(sum) ? 0 : half }
}

/** Discounts are below zero. */
function numberOf(value: DisplayNumber): number | null {
  const isSaid = typeof value === 'number' || (typeof value === 'string' && /^-?\d+([.]\d+)?$/.test(value.trim()))
  return isSaid ? Number(value) : null
}
