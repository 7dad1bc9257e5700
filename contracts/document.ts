import { readFileSync } from 'node:fs'
import type { Source } from './promise.ts'

/** As much of a JSON schema as one needs to follow an answer through it. */
export type Schema = {
  $ref?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  'x-source'?: Source
}
type Content = { 'application/json': { schema: Schema; examples?: Record<string, { value: unknown }> } }
type Response = { 'x-source'?: Source; content?: Content }
type Operation = { operationId: string; requestBody?: { content: Content }; responses: Record<string, Response> }
type Document = { paths: Record<string, Record<string, Operation>>; components: object }

/** openapi.yaml, as `npm run generate` keeps it in JSON. */
export const document: Document = JSON.parse(readFileSync(new URL(import.meta.resolve('#openapi.json')), 'utf8'))

/** What a `$ref` points at, with what stands beside it: in OpenAPI 3.1 that wins. Not deeper than one level. */
export function follow<Node extends { $ref?: string }>(node: Node): Node {
  const { $ref, ...beside } = node
  if ($ref === undefined) return node
  const names = $ref.replace('#/', '').split('/')
  const target = names.reduce<object>((at, name) => (at as Record<string, object>)[name] ?? {}, document)
  return { ...follow(target as Node), ...beside } as Node
}
