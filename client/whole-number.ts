/** Node's timers take no more: beyond, they would fire at once. */
export const longestMs = 2 ** 31 - 1

export const mostRetries = 100

type Range = { least: number; most: number }

/** What is wrong with numbers that have to be whole, in a sentence; nothing when all are in their ranges. */
export function notWhole(numbers: Record<string, readonly [value: unknown, range: Range]>): string | undefined {
  const wrong = Object.entries(numbers).find(([, [value, range]]) => !isWithin(value, range))
  if (!wrong) return undefined
  const [name, [value, { least, most }]] = wrong
  return `${name} must be a whole number from ${least} to ${most}, not ${typeof value === 'number' ? value : typeof value}`
}

function isWithin(value: unknown, { least, most }: Range): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most
}
