import { catalogue } from '../domain/scenario/catalogue.ts'
import { readScenario } from '../domain/scenario/read-scenario.ts'
import { writeScenario } from '../domain/scenario/write-scenario.ts'
import { testNumbers } from '../domain/test-numbers.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Handlers } from './handlers.ts'

type Ids = 'listScenarios' | 'readScenario' | 'setScenario' | 'clearScenario'

export function scenarioHandlers({ scenarios }: Pick<Sandbox, 'scenarios'>): Pick<Handlers, Ids> {
  const present = (world: string) => {
    const scenario = scenarios.of(world)
    return { scenario: scenario && writeScenario(scenario) }
  }
  return {
    listScenarios: async () => ({
      items: catalogue.map(({ name, scenario, amount, en, fr }) => ({
        name,
        scenario,
        amount,
        description: { en, fr },
      })),
      numbers: [...testNumbers],
    }),
    readScenario: async ({ world }) => present(world),
    async setScenario({ world, body }) {
      scenarios.set(world, readScenario(body.scenario, '/scenario'))
      return present(world)
    },
    async clearScenario({ world }) {
      scenarios.set(world, null)
      return present(world)
    },
  }
}
