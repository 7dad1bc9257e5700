import { createRequire } from 'node:module'
import type { Ajv, Options, ValidateFunction } from 'ajv'
import type { FastifyServerOptions } from 'fastify'
import type { Compiler, Route, Serialize, Validate } from './compiled.ts'

// Required when they are needed: most starts need neither, and loading them takes as long as loading Fastify.
const require = createRequire(import.meta.url)

// Nothing is coerced or removed: a fake must not be kinder than the API by accident.
const settings: Options = {
  coerceTypes: false,
  removeAdditional: false,
  allErrors: true,
  allowUnionTypes: true,
  strictTypes: false,
  verbose: true,
  // The linter has checked them; compiling the schema of schemas for it would be a tenth of the time to start.
  validateSchema: false,
  keywords: ['x-source', 'x-message'],
}
export function createAjv(changes: Options = {}): Ajv {
  const { Ajv } = require('ajv') as typeof import('ajv')
  return new Ajv({ ...settings, ...changes })
}

let ajv: Ajv | undefined
let ajvOfQueries: Ajv | undefined

/** In a query all is text, so there `limit=5` is a number. */
function ajvOf(httpPart: string | undefined): Ajv {
  if (httpPart === 'querystring') ajvOfQueries ??= createAjv({ coerceTypes: true })
  else ajv ??= createAjv()
  return (httpPart === 'querystring' ? ajvOfQueries : ajv) as Ajv
}

/** By the schema, one per process: however many sandboxes start in it, each schema is compiled once. */
export const compileValidator: Compiler<Validate> = once(({ schema, httpPart }) => {
  let compiled: ValidateFunction | undefined
  const validate: Validate = (data) => {
    compiled ??= ajvOf(httpPart).compile(schema as object)
    const isValid = compiled(data)
    validate.errors = compiled.errors ?? null
    return isValid
  }
  return validate
})

export const compileSerializer: Compiler<Serialize> = once(({ schema }) => {
  let compiled: Serialize | undefined
  return (data) => {
    const fastJsonStringify = require('fast-json-stringify') as typeof import('fast-json-stringify').default
    compiled ??= fastJsonStringify(withoutEscapes(schema as object)) as Serialize
    return compiled(data)
  }
})

/** As an option, since Fastify loads its own before one can set others. Its types allow for nothing but its own, too. */
export const schemaController = {
  compilersFactory: { buildValidator: () => compileValidator, buildSerializer: () => compileSerializer },
} as unknown as NonNullable<FastifyServerOptions['schemaController']>

/** Pictures are base64, in which there is nothing to escape: looking for it takes as long as drawing them. */
export function withoutEscapes<Node>(node: Node): Node {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map(withoutEscapes) as Node
  const entries = Object.entries(node).map(([key, value]) => [key, withoutEscapes(value)])
  const isPicture = (node as { pattern?: unknown }).pattern === '^data:image/png;base64,'
  return Object.fromEntries(isPicture ? [...entries, ['format', 'unsafe']] : entries)
}

/** Compiles at the first use: few use every operation. */
function once<Compiled>(compilerOf: (route: Route) => Compiled): Compiler<Compiled> {
  const compiled = new WeakMap<object, Compiled>()
  return (route) => {
    const schema = route.schema as object
    const known = compiled.get(schema)
    if (known) return known
    const made = compilerOf(route)
    compiled.set(schema, made)
    return made
  }
}
