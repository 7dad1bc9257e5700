import { amountText, numberText, priceText } from '../domain/amount-text.ts'
import { displayText } from '../domain/display-text.ts'
import { readLogoUrl } from '../domain/store-links.ts'
import type { DisplayNumber, Item, Order } from '../domain/transaction.ts'
import type { Sentences } from './sentences/index.ts'

const mostLines = 50
const longestLine = 120

export type View = {
  store: StoreView
  amount: string
  fees: string
  total: string
  description: string | undefined
  lines: Line[]
  /** How many more there are than a page should show. */
  moreLines: number
}
export type StoreView = {
  name: string
  tagline: string | undefined
  address: string | undefined
  phone: string | undefined
  logo: string | undefined
  color: string | null
}
export type Line = { name: string; detail: string | undefined; total: string | undefined }

/** What a page shows of an order. All that a merchant typed goes through here, and none of it is computed with. */
export function viewOf({ amount, description, items, taxes, store }: Order, fees: number, say: Sentences): View {
  const lines = [
    ...items.slice(0, mostLines).map((item) => itemLine(item, say)),
    ...taxes.slice(0, Math.max(mostLines - items.length, 0)).map((tax) => ({
      name: displayText(tax.name, longestLine) ?? say.unnamedTax,
      detail: undefined,
      total: price(tax.amount, say),
    })),
  ]
  return {
    store: {
      name: displayText(store.name, 80) ?? '–',
      tagline: displayText(store.tagline, longestLine),
      address: displayText(store.address, longestLine),
      phone: displayText(store.phone, 40),
      logo: readLogoUrl(store.logo),
      color: store.color,
    },
    amount: amountText(amount),
    fees: amountText(fees),
    total: amountText(amount + fees),
    description: displayText(description),
    lines,
    moreLines: items.length + taxes.length - lines.length,
  }
}

/** "2 × 5 000 FCFA" beneath the name; a price without a quantity stands where the total would, or says nothing new. */
function itemLine(item: Item, say: Sentences): Line {
  const quantity = numberText(cleaned(item.quantity), say.decimal)
  const each = price(item.price, say)
  const sum = price(item.total, say) ?? (quantity === undefined ? each : undefined)
  const count = quantity === undefined ? undefined : each === undefined ? `× ${quantity}` : `${quantity} × ${each}`
  const detail = [count ?? (each === sum ? undefined : each), displayText(item.description, longestLine)]
  return {
    name: displayText(item.name, longestLine) ?? say.unnamed,
    detail: detail.filter(Boolean).join(' · ') || undefined,
    total: sum,
  }
}

function price(value: DisplayNumber, say: Sentences): string | undefined {
  return priceText(cleaned(value), say.decimal)
}

function cleaned(value: DisplayNumber): DisplayNumber {
  return typeof value === 'string' ? (displayText(value, 40) ?? null) : value
}
