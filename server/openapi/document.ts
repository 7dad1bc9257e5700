import { readFileSync } from 'node:fs'

/** As much of an OpenAPI document as turning it into routes takes. */
export type Document = { servers: { url: string }[]; paths: Record<string, PathItem>; components: object }
type PathItem = Partial<Record<Method, Operation>>
type Operation = {
  operationId: string
  parameters?: { name: string; in: string; required?: boolean; schema: object }[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}
type Content = Record<string, { schema: object }>

export const methods = ['get', 'put', 'post', 'delete', 'patch'] as const
export type Method = (typeof methods)[number]

/** openapi.yaml as JSON, which `npm run generate` keeps beside it: parsing YAML would double the time to start. */
export function readDocument(): Document {
  return JSON.parse(readFileSync(new URL(import.meta.resolve('#openapi.json')), 'utf8'))
}

let dereferenced: Document | undefined

/** The document without any `$ref`: one object per process, by which compiled schemas are known again. */
export function readDereferenced(): Document {
  if (!dereferenced) {
    const document = readDocument()
    dereferenced = dereference(document, document)
  }
  return dereferenced
}

/**
 * Puts what each `$ref` points at in its place, next to what stands beside it. No schema here contains itself. One
 * object for all references to a thing, so that what is compiled from it is compiled once.
 */
function dereference<Node>(node: Node, document: object, known = new Map<string, unknown>()): Node {
  if (Array.isArray(node)) return node.map((entry) => dereference(entry, document, known)) as Node
  if (typeof node !== 'object' || node === null) return node
  const { $ref, ...rest } = node as Record<string, unknown>
  const entries = Object.entries(rest).map(([key, value]) => [key, dereference(value, document, known)])
  if (typeof $ref !== 'string') return Object.fromEntries(entries) as Node
  const target = known.get($ref) ?? dereference(resolve($ref, document), document, known)
  known.set($ref, target)
  return (entries.length === 0 ? target : { ...(target as object), ...Object.fromEntries(entries) }) as Node
}

function resolve(pointer: string, document: object): object {
  const segments = pointer.replace('#/', '').split('/')
  return segments.reduce((node, segment) => (node as Record<string, object>)[segment] ?? {}, document)
}
