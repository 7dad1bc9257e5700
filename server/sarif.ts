type Rule = { code: string; title: string; help: string }
type Result = {
  code: string
  kind: 'pass' | 'fail' | 'open'
  level: 'error' | 'warning' | 'note' | 'none'
  message: string
  uri: string
}

/** SARIF 2.1.0, which code hosts show beside a change. */
export function sarif(tool: string, rules: Rule[], results: Result[]): string {
  const run = {
    tool: {
      driver: {
        name: tool,
        rules: rules.map(({ code, title, help }) => ({
          id: code,
          shortDescription: { text: title },
          help: { text: help },
        })),
      },
    },
    results: results.map(({ code, kind, level, message, uri }) => ({
      ruleId: code,
      kind,
      level,
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: { uri } } }],
    })),
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, null, 2)}\n`
}
