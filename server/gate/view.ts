import { amountText, numberText, priceText } from '../domain/amount-text.ts'
import { displayText } from '../domain/display-text.ts'
import { readLogoUrl } from '../domain/store-links.ts'
import type { Item, Order } from '../domain/transaction.ts'
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

function itemLine(item: Item, say: Sentences): Line {
  const quantity = displayText(numberText(item.quantity, say.decimal) ?? null, 40)
  const each = price(item.price, say)
  const count = quantity === undefined ? undefined : each === undefined ? `× ${quantity}` : `${quantity} × ${each}`
  const detail = [count ?? each, displayText(item.description, longestLine)].filter(Boolean).join(' · ')
  return {
    name: displayText(item.name, longestLine) ?? say.unnamed,
    detail: detail || undefined,
    total: price(item.total, say),
  }
}

function price(value: Item['price'], say: Sentences): string | undefined {
  return displayText(priceText(value, say.decimal) ?? null, 40)
}
