import { Refusal } from './refusal.ts'

/** Reads an amount in whole XOF, which has no minor unit: 13600, "13600" or, as WooCommerce sends it, "13600.00". */
export function readAmount(value: number | string, path: string): number {
  const amount = typeof value === 'string' ? readText(value) : value
  if (!Number.isSafeInteger(amount) || amount < 1) throw new Refusal('amount_not_whole', path)
  return amount
}

function readText(text: string): number {
  return /^\d{1,32}(\.0+)?$/.test(text) ? Number(text) : Number.NaN
}
