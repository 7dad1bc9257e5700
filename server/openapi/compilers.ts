import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import fastJsonStringify from 'fast-json-stringify'

type Compiler<Compiled> = (route: { schema: unknown }) => Compiled

/** `allErrors` would turn a large bad body into megabytes of details: no more than this many are told. */
const mostDetails = 20

// Nothing is coerced or removed: a fake must not be kinder than the API by accident.
const ajv = new Ajv({
  coerceTypes: false,
  removeAdditional: false,
  allErrors: true,
  allowUnionTypes: true,
  strictTypes: false,
  verbose: true,
  // The linter has checked them; compiling the schema of schemas for it would be a tenth of the time to start.
  validateSchema: false,
  keywords: ['x-source', 'x-message'],
})

/** Compiled once per process, however many sandboxes start in it: compiling takes fifteen times as long as the rest. */
export const compileValidator = once((schema) => ajv.compile(schema))

export const compileSerializer = once((schema) => fastJsonStringify(withoutEscapes(schema)))

/** Pictures are base64, in which there is nothing to escape: looking for it takes as long as drawing them. */
function withoutEscapes<Node>(node: Node): Node {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map(withoutEscapes) as Node
  const entries = Object.entries(node).map(([key, value]) => [key, withoutEscapes(value)])
  const isPicture = (node as { pattern?: unknown }).pattern === '^data:image/png;base64,'
  return Object.fromEntries(isPicture ? [...entries, ['format', 'unsafe']] : entries)
}

function once<Compiled>(compile: (schema: object) => Compiled): Compiler<Compiled> {
  const compiled = new WeakMap<object, Compiled>()
  return ({ schema }) => {
    const known = compiled.get(schema as object)
    if (known) return known
    const made = compile(schema as object)
    compiled.set(schema as object, made)
    return made
  }
}

export type Detail = { path: string; message: string }

/** One sentence per mistake, in the words of the schema's `x-message` when it has one. Never the value itself. */
export function explain(errors: ErrorObject[]): Detail[] {
  const details = new Map<string, Detail>()
  for (const error of errors) {
    const path = error.instancePath || '/'
    const message = error.parentSchema?.['x-message'] ?? error.message ?? 'is not valid'
    details.set(`${path} ${message}`, { path, message })
    if (details.size === mostDetails) break
  }
  return [...details.values()]
}

export type { ValidateFunction }
