import standaloneCode from 'ajv/dist/standalone/index.js'
import fastJsonStringify from 'fast-json-stringify'
import { createAjv, withoutEscapes } from '../server/openapi/compilers.ts'
import { type Document, type Operation, withoutRefs } from '../server/openapi/document.ts'
import { schemaOf } from '../server/openapi/operation-schema.ts'

const head = `// @ts-nocheck
import { createRequire } from 'node:module'
import type { Compiled } from '../openapi/compiled.ts'

const require = createRequire(import.meta.url)

function make(define) {
  const module = { exports: {} }
  define(module, require)
  return module.exports
}
`

/**
 * A module with the validators and serializers of a document: loading what compiles them, and compiling, takes longer
 * than the rest of starting. Serializers call into fast-json-stringify, whose version is therefore exact in package.json.
 * Answers with an error are not in it, since those are written without a schema.
 */
export function compiledSchemas(document: Document): string {
  const operations = Object.values(withoutRefs(document).paths).flatMap((item) => Object.values(item))
  return `${head}\nexport const compiled: Compiled = {\n${operations.map(compileOperation).join('')}}\n`
}

function compileOperation(operation: Operation): string {
  const { body, params, response } = schemaOf(operation)
  const validators = Object.entries({ body, params }).flatMap(([part, schema]) =>
    schema ? [[part, validatorCode(schema as object)] as const] : [],
  )
  const serializers = Object.entries(response as object).flatMap(([status, schema]) =>
    status === '200' ? [[status, serializerCode(schema)] as const] : [],
  )
  return `${operation.operationId}: {\nvalidators: {\n${validators.map(define).join('')}},
serializers: {\n${serializers.map(define).join('')}},\n},\n`
}

function validatorCode(schema: object): string {
  const ajv = createAjv({ code: { source: true } })
  return standaloneCode.default(ajv, ajv.compile(withoutProse(schema)))
}

/**
 * From how many texts on a list is written in another way depends on the Node.js that compiles, and is a matter of speed
 * alone: with Node.js 20's number the module is the same wherever it is generated.
 */
function serializerCode(schema: object): string {
  const code = fastJsonStringify(withoutEscapes(schema), { mode: 'standalone' }) as unknown as string
  return code.replaceAll(/(arrayLength\w*) >= \d+ &&/g, '$1 >= 128 &&')
}

/** A mistake quotes its schema for the sentence in it; the rest would only make the module long. */
function withoutProse<Node>(node: Node): Node {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map(withoutProse) as Node
  const entries = Object.entries(node).filter(([key, value]) => !(prose.has(key) && typeof value !== 'object'))
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutProse(value)])) as Node
}
const prose = new Set(['description', 'x-source'])

function define([name, code]: readonly [string, string]): string {
  return `${JSON.stringify(name)}: make((module, require) => {\n${code}\n}),\n`
}
