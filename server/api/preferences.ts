/** What a client prefers by the names that this sandbox knows, as it was written. */
export type Preferences = { code?: string; delay?: string; scenario?: string }

const names = ['code', 'delay', 'scenario'] as const

/** Reads `Prefer: code=500, delay=2000` (RFC 7240). A scenario has semicolons of its own: `scenario=pending*2;success`. */
export function readPreferences(header: string | string[] | undefined): Preferences {
  const preferences: Preferences = {}
  for (const preference of [header].flat().flatMap((text) => text?.split(',') ?? [])) {
    const [written = '', ...rest] = preference.split('=')
    const name = names.find((known) => known === written.trim().toLowerCase())
    // Of a preference that is named twice the first counts (RFC 7240, section 2).
    if (name && preferences[name] === undefined) preferences[name] = readValue(rest.join('='), name === 'scenario')
  }
  return preferences
}

function readValue(text: string, isScenario: boolean): string {
  const value = isScenario ? text : (text.split(';')[0] ?? '')
  return value.trim().replace(/^"(.*)"$/, '$1')
}
