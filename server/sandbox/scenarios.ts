import { scenarioOfAmount } from '../domain/scenario/catalogue.ts'
import { readScenario } from '../domain/scenario/read-scenario.ts'
import { combine, type Scenario } from '../domain/scenario/scenario.ts'
import { createPerWorld } from './per-world.ts'

/** Which scenario a payment plays, by what was said of it: for all worlds, for one, by its amount, by its request. */
export type Scenarios = {
  /** What each payment of a world plays unless something more particular is said; null when nothing is set. */
  of(world: string): Scenario | null
  set(world: string, scenario: Scenario | null): void
  choose(world: string, amount: number, asked: Scenario | null): Scenario | null
}

export function createScenarios(usual: Scenario | null): Scenarios {
  const settings = createPerWorld<{ scenario: Scenario | null }>({ create: () => ({ scenario: null }) })
  const of = (world: string) => settings.peek(world)?.scenario ?? null
  return {
    of,
    set(world, scenario) {
      if (scenario === null) settings.delete(world)
      else settings.of(world).scenario = scenario
    },
    choose(world, amount, asked) {
      const listed = scenarioOfAmount(amount)
      return combine(usual, of(world), listed === undefined ? null : readScenario(listed), asked)
    },
  }
}
