import { follow, type Schema } from './document.ts'
import type { Source } from './promise.ts'

/** A place in an answer, such as `['invoice', 'items', '0', 'name']`. */
export type Path = readonly string[]

/** `['invoice', 'items', '0', 'name']` → `invoice.items[].name`: the entries of a list are one field. */
export function fieldName(path: Path): string {
  return path
    .map((name) => (/^\d+$/.test(name) ? '[]' : `.${name}`))
    .join('')
    .replace(/^\./, '')
}

/** Where the schema knows a place from: its own `x-source`, else that of what it is part of. */
export function sourceOf(path: Path, schema: Schema, whole: Source): Source {
  let at = follow(schema)
  let source = at['x-source'] ?? whole
  for (const name of path) {
    at = follow(partOf(at, name))
    source = at['x-source'] ?? source
  }
  return source
}

/** The fields that a schema with a list of properties does not list. Data of any shape has none. */
export function undocumentedFields(value: unknown, schema: Schema, path: Path = []): Path[] {
  const { properties, additionalProperties, items } = follow(schema)
  if (Array.isArray(value)) {
    return items ? value.flatMap((entry, i) => undocumentedFields(entry, items, [...path, String(i)])) : []
  }
  if (typeof value !== 'object' || value === null || !properties || additionalProperties) return []
  return Object.entries(value).flatMap(([name, part]) => {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined
    return known ? undocumentedFields(part, known, [...path, name]) : [[...path, name]]
  })
}

/** The schema of a part, by its name or place in a list. */
export function partOf({ properties, items, additionalProperties }: Schema, name: string): Schema {
  if (properties && Object.hasOwn(properties, name)) return properties[name] ?? {}
  return items ?? (typeof additionalProperties === 'object' ? additionalProperties : {})
}
