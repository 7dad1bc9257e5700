import { Refusal } from './refusal.ts'

/** Any JSON that a merchant attaches to a payment and expects back unchanged. */
export type Data = string | number | boolean | null | unknown[] | Record<string, unknown>

const deepest = 32

/** One for all, since many attach an object with nothing in it. */
const nothing = Object.freeze({})

/** Passes a merchant's data on, unless it is nested so deeply that writing it as JSON again would overflow the stack. */
export function readData(data: Data, path: string): Data {
  if (typeof data !== 'object' || data === null) return data
  if (isDeeperThan(data, deepest)) throw new Refusal('data_too_deep', path)
  return Array.isArray(data) || Object.keys(data).length > 0 ? data : nothing
}

function isDeeperThan(data: unknown, levels: number): boolean {
  if (typeof data !== 'object' || data === null) return false
  return levels === 0 || Object.values(data).some((value) => isDeeperThan(value, levels - 1))
}
