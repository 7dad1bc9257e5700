import type { DisplayNumber } from './transaction.ts'

const thousands = '\u202f' // a narrow space at which lines do not break
const space = '\u00a0'

/** "13 600 FCFA", in one piece wherever the line ends. */
export function amountText(amount: number): string {
  return `${group(String(amount))}${space}FCFA`
}

/** What a merchant gave as a price: as an amount if it is a number, else as the text that it is. */
export function priceText(price: DisplayNumber, decimal: ',' | '.'): string | undefined {
  const number = numberText(price, decimal)
  return isNumeric(price) ? `${number}${space}FCFA` : number
}

/** What a merchant gave as a number, which may be text, or nothing. "13600.00" reads 13 600. */
export function numberText(value: DisplayNumber, decimal: ',' | '.'): string | undefined {
  if (!isNumeric(value)) return value === null || value === '' ? undefined : String(value)
  const [, sign = '', whole = '', fraction = ''] = numeric.exec(String(value).trim()) ?? []
  return `${sign}${group(whole)}${/[1-9]/.test(fraction) ? decimal + fraction.slice(1) : ''}`
}

const numeric = /^(-?)(\d{1,16})(\.\d{1,6})?$/

function isNumeric(value: DisplayNumber): boolean {
  return value !== null && numeric.test(String(value).trim())
}

function group(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, thousands)
}
