import { readFileSync } from 'node:fs'

/** As much of an OpenAPI document as turning it into routes takes. */
export type Document = { servers: { url: string }[]; paths: Record<string, PathItem>; components: object }
type PathItem = Partial<Record<Method, Operation>>
export type Operation = {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, { content?: Content }>
}
export type Parameter = { name: string; in: string; required?: boolean; schema: object }
type Content = Record<string, { schema: object }>

export const methods = ['get', 'put', 'post', 'delete', 'patch'] as const
export type Method = (typeof methods)[number]

/** What a document is called in the `imports` of package.json: Intram's API, and the control API. */
export type DocumentName = '#openapi.json' | '#admin.json'

/** A document as JSON, which `npm run generate` keeps: parsing YAML would double the time to start. */
export function readDocument(name: DocumentName): Document {
  return JSON.parse(readFileSync(new URL(import.meta.resolve(name)), 'utf8'))
}

const dereferenced = new Map<DocumentName, Document>()

/** A document without any `$ref`: one object per process, by which compiled schemas are known again. */
export function readDereferenced(name: DocumentName): Document {
  const known = dereferenced.get(name)
  if (known) return known
  const made = withoutRefs(readDocument(name))
  dereferenced.set(name, made)
  return made
}

export function withoutRefs(document: Document): Document {
  return dereference(document, document, new Map())
}

/**
 * Puts what each `$ref` points at in its place, next to what stands beside it. What is pointed at often, such as the
 * schema of errors, stays one object. No schema here contains itself.
 */
function dereference<Node>(node: Node, document: object, resolved: Map<string, object>): Node {
  if (Array.isArray(node)) return node.map((entry) => dereference(entry, document, resolved)) as Node
  if (typeof node !== 'object' || node === null) return node
  const { $ref, ...rest } = node as Record<string, unknown>
  const target = typeof $ref === 'string' ? resolveOnce($ref) : {}
  const entries = Object.entries(rest).map(([key, value]) => [key, dereference(value, document, resolved)])
  return (entries.length === 0 ? target : { ...target, ...Object.fromEntries(entries) }) as Node

  function resolveOnce(pointer: string): object {
    const target = resolved.get(pointer) ?? dereference(resolve(pointer, document), document, resolved)
    resolved.set(pointer, target)
    return target
  }
}

function resolve(pointer: string, document: object): object {
  const segments = pointer.replace('#/', '').split('/')
  return segments.reduce((node, segment) => (node as Record<string, object>)[segment] ?? {}, document)
}
