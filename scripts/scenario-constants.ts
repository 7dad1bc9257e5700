import { catalogue } from '../server/domain/scenario/catalogue.ts'

/** The scenarios as typed constants for the client, which imports nothing of the server. */
export function scenarioConstants(): string {
  const rows = catalogue.map(({ name, scenario, en }) => `  /** ${en}. */\n  ${name}: '${scenario}',\n`)
  return `/** What to say in \`custom_datas.scenario\` or \`Prefer: scenario=\` of a sandbox. */
export const scenarios = {\n${rows.join('')}} as const\n`
}
