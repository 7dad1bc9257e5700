import type { Data } from '../data.ts'
import { Refusal } from '../refusal.ts'
import { readScenario } from './read-scenario.ts'
import type { Scenario } from './scenario.ts'

/** The scenario that a merchant's data name, as an object's field or, as PHP sends data, among pairs. */
export function scenarioOfData(data: Data, path: string): Scenario | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const named = Array.isArray(data) ? valueIn(data) : Object.hasOwn(data, 'scenario') ? data.scenario : undefined
  if (named === undefined || named === null || named === '') return undefined
  if (typeof named !== 'string') throw new Refusal('scenario_not_readable', path)
  return readScenario(named, path)
}

function valueIn(pairs: unknown[]): unknown {
  const pair = pairs.find((entry) => Array.isArray(entry) && entry.length === 2 && entry[0] === 'scenario')
  return (pair as unknown[] | undefined)?.[1]
}
