/** Roughly how many bytes a merchant's order takes. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 24 + value.length
  if (typeof value !== 'object' || value === null) return 8
  let size = 32
  for (const key in value) size += 8 + sizeOf((value as Record<string, unknown>)[key])
  return size
}
