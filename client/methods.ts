import type { Caller, CallOptions } from './call.ts'
import type { operations as table } from './operations.gen.ts'
import type { operations as types } from './schema.gen.ts'
import { segmentOf } from './segment.ts'

/** What `npm run generate` knows of an operation at run time. */
export type Operation = { method: string; path: string; body: boolean; required: readonly string[] }

type OperationId = keyof typeof table & keyof types

/**
 * A method for each operation of openapi.yaml: first the parameters in its path, in their order, then its body, then
 * the options. An operation added to the file is a typed method here without a hand-written line.
 */
export type Methods = {
  [Id in OperationId]: (
    ...call: [...PathArguments<(typeof table)[Id]['path']>, ...BodyArgument<types[Id]>, options?: Options<types[Id]>]
  ) => Promise<Success<types[Id]>>
}

type PathArguments<Path extends string> = Path extends `${string}{${string}}${infer Rest}`
  ? [id: string, ...PathArguments<Rest>]
  : []
type BodyArgument<Types> = Types extends { requestBody: { content: { 'application/json': infer Body } } }
  ? [body: Body]
  : []
type Options<Types> = CallOptions &
  (Types extends { parameters: { query?: infer Query } }
    ? [Query] extends [never]
      ? object
      : { query?: Query }
    : object)
type Success<Types> = Types extends { responses: { 200: { content: { 'application/json': infer Body } } } }
  ? Body
  : undefined

export function createMethods(operations: Record<string, Operation>, call: Caller): Methods {
  const methods = Object.entries(operations).map(([id, operation]) => [id, methodOf(operation, call)])
  return Object.fromEntries(methods) as Methods
}

function methodOf({ method, path, body: hasBody, required }: Operation, call: Caller) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return async (...given: unknown[]) => {
    const filled = names.reduce(
      (url, name, index) => url.replace(`{${name}}`, segmentOf(given[index], { name, method, url: path })),
      path,
    )
    const rest = given.slice(names.length)
    const body = hasBody ? rest.shift() : undefined
    const { query, ...options } = (rest[0] ?? {}) as CallOptions & { query?: Record<string, string> }
    return call({ method, path: filled, query: queryOf(query), ...(hasBody && { body }), required }, options)
  }
}

function queryOf(query: Record<string, string> | undefined): string {
  const text = new URLSearchParams(query).toString()
  return text === '' ? '' : `?${text}`
}
