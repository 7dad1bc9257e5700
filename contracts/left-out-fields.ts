import { follow, type Schema } from './document.ts'

type Answer = { schema: Schema; examples: readonly unknown[] }

/** The optional fields that each example of an answer shows, and this one does not: nobody is told when they are gone. */
export function leftOutFields(json: unknown, { schema, examples }: Answer): string[] {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return []
  const { required = [] } = follow(schema)
  const [first, ...others] = examples.map((example) => Object.keys(example ?? {}))
  const shown = (first ?? []).filter((name) => others.every((names) => names.includes(name)))
  return shown.filter((name) => !required.includes(name) && !Object.hasOwn(json, name))
}
