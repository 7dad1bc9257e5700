import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv'
import fastJsonStringify from 'fast-json-stringify'

type Route = { schema: unknown; httpPart?: string }
type Compiler<Compiled> = (route: Route) => Compiled

/** `allErrors` would turn a large bad body into megabytes of details: no more than this many are told. */
const mostDetails = 20

// Nothing is coerced or removed: a fake must not be kinder than the API by accident.
const settings: Options = {
  coerceTypes: false,
  removeAdditional: false,
  allErrors: true,
  allowUnionTypes: true,
  strictTypes: false,
  verbose: true,
  keywords: ['x-source', 'x-message'],
}
const ajv = new Ajv(settings)

let ajvOfQueries: Ajv | undefined

/** In a query all is text, so there `limit=5` is a number. */
function ajvOf(httpPart: string | undefined): Ajv {
  if (httpPart !== 'querystring') return ajv
  ajvOfQueries ??= new Ajv({ ...settings, coerceTypes: true })
  return ajvOfQueries
}

/** Compiled once per process, however many sandboxes start in it: compiling takes fifteen times as long as the rest. */
export const compileValidator = once(({ schema, httpPart }) => ajvOf(httpPart).compile(schema as object))

export const compileSerializer = once(({ schema }) => fastJsonStringify(schema as object))

function once<Compiled>(compile: (route: Route) => Compiled): Compiler<Compiled> {
  const compiled = new WeakMap<object, Compiled>()
  return (route) => {
    const schema = route.schema as object
    const known = compiled.get(schema)
    if (known) return known
    const made = compile(route)
    compiled.set(schema, made)
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
