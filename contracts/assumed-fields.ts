import { follow, type Schema } from './document.ts'
import { fieldName, type Path, sourceOf } from './field.ts'
import type { Operation } from './operation.ts'

/** The fields of an answer of which openapi.yaml knows from nobody that they exist. */
export function assumedFields(
  { responses }: Operation,
  { status, body }: { status: number; body?: unknown },
): string[] {
  const response = responses[status]
  if (!response) return []
  const { schema, source } = response
  const assumed = listedFields(body, schema).filter((path) => sourceOf(path, schema, source) === 'assumed')
  return [...new Set(assumed.map(fieldName))]
}

/** The places in a value that its schema has a property for. */
function listedFields(value: unknown, schema: Schema, path: Path = []): Path[] {
  const { properties, ...rest } = follow(schema)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => {
    const place = [...path, name]
    if (Array.isArray(value)) return listedFields(part, rest.items ?? {}, place)
    if (!properties || !Object.hasOwn(properties, name)) return []
    return [place, ...listedFields(part, properties[name] ?? {}, place)]
  })
}
