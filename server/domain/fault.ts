/** What goes wrong with answers of Intram's API, on purpose. The names are WireMock's, where it has one. */
export type Fault = {
  /** Of openapi.yaml; every one when absent. */
  operation?: string
  /** Whether the deed is done: `before`, the fault comes instead of it; `after`, it is, and only its answer is spoilt. */
  when: 'before' | 'after'
  status?: number
  fixedDelayMilliseconds?: number
  delayDistribution?: Uniform | LogNormal
  fault?: SocketFault
  /** From 0 to 1. */
  probability: number
  /** How often it strikes yet; null for no end. */
  count: number | null
}

/** In ms. */
export type Uniform = { type: 'uniform'; lower: number; upper: number }
export type LogNormal = { type: 'lognormal'; median: number; sigma: number }

export const socketFaults = [
  'CONNECTION_RESET_BY_PEER',
  'EMPTY_RESPONSE',
  'MALFORMED_RESPONSE_CHUNK',
  'RANDOM_DATA_THEN_CLOSE',
] as const
export type SocketFault = (typeof socketFaults)[number]

/** A fault that has struck one request. */
export type Strike = Pick<Fault, 'when' | 'status' | 'fault'> & { delayMs: number }

export const longestDelayMs = 60_000

/** The first fault of the list that strikes a call of this operation, and the list as it is afterwards. */
export function strike(
  faults: readonly Fault[],
  operation: string,
  draw: () => number,
): { struck: Strike | undefined; left: readonly Fault[] } {
  for (const [index, fault] of faults.entries()) {
    if (fault.operation !== undefined && fault.operation !== operation) continue
    if (fault.count === 0 || draw() >= fault.probability) continue
    const left = fault.count === null ? faults : faults.with(index, { ...fault, count: fault.count - 1 })
    return { struck: { ...fault, delayMs: delayOf(fault, draw) }, left }
  }
  return { struck: undefined, left: faults }
}

function delayOf({ fixedDelayMilliseconds = 0, delayDistribution }: Fault, draw: () => number): number {
  return Math.min(Math.round(fixedDelayMilliseconds + jitter(delayDistribution, draw)), longestDelayMs)
}

function jitter(distribution: Fault['delayDistribution'], draw: () => number): number {
  if (!distribution) return 0
  if (distribution.type === 'uniform') return distribution.lower + draw() * (distribution.upper - distribution.lower)
  return distribution.median * Math.exp(distribution.sigma * normal(draw))
}

/** Box and Muller's way from two even draws to a normal one. */
function normal(draw: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
}
