import type { Scenario, Settlement } from './scenario.ts'

/** A scenario as `readScenario` reads it. */
export function writeScenario({ answer, settlement, callback }: Scenario): string {
  return [answer, ...(settlement ? writeSettlement(settlement) : []), callback && writeCallback(callback)]
    .filter((word) => word !== undefined)
    .join(';')
}

function writeSettlement({ ending, reason, afterMs, afterPolls }: Settlement): string[] {
  return [
    ...(afterPolls > 0 ? [`pending*${afterPolls}`] : []),
    ...(afterMs > 0 ? [`delayed:${writeDuration(afterMs)}`] : []),
    reason === undefined ? ending : `${ending}:${reason}`,
  ]
}

function writeCallback(callback: NonNullable<Scenario['callback']>): string {
  return 'afterMs' in callback ? `${callback.kind}:${writeDuration(callback.afterMs)}` : callback.kind
}

function writeDuration(ms: number): string {
  if (ms % 1000 !== 0) return `${ms}ms`
  return ms % 60_000 === 0 && ms > 0 ? `${ms / 60_000}m` : `${ms / 1000}s`
}
