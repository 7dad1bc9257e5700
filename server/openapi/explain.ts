import type { ErrorObject } from 'ajv'

export type Detail = { path: string; message: string }

/** `allErrors` would turn a large bad body into megabytes of details: no more than this many are told. */
const mostDetails = 20

/** One sentence per mistake, in the words of the schema's `x-message` when it has one. Never the value itself. */
export function explain(errors: ErrorObject[]): Detail[] {
  const details = new Map<string, Detail>()
  for (const error of errors) {
    const path = error.instancePath || '/'
    const message = error.parentSchema?.['x-message'] ?? sentenceOf(error)
    details.set(`${path} ${message}`, { path, message })
    if (details.size === mostDetails) break
  }
  return [...details.values()]
}

/** Ajv's own sentences are for those who know JSON Schema: "must be string,null". */
function sentenceOf({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'type') return `must be ${anyOf([params.type].flat())}`
  if (keyword === 'minLength')
    return params.limit === 1 ? 'must not be empty' : `must have ${params.limit} characters or more`
  if (keyword === 'maxLength') return `must have at most ${params.limit} characters`
  return message ?? 'is not valid'
}

const words: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'text',
}

/** `a list, an object or null` */
function anyOf(types: string[]): string {
  const named = types.map((type) => words[type] ?? type)
  const last = named.pop() ?? ''
  return named.length === 0 ? last : `${named.join(', ')} or ${last}`
}
