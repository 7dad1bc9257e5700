import { document, follow, type Schema } from './document.ts'
import type { Source } from './promise.ts'

export type Operation = {
  id: string
  /** `GET /transactions/confirm/{transaction_id}` */
  name: string
  /** `/transactions/confirm/{transaction_id}` */
  path: string
  responses: Record<string, { source: Source; schema: Schema; examples: unknown[] }>
}

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, { operationId: id, responses }]) => {
    const name = `${method.toUpperCase()} ${path}`
    const pattern = new RegExp(`^${name.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
    const documented = Object.entries(responses).map(([status, response]) => {
      const { content, 'x-source': source = 'assumed' } = follow(response as typeof response & { $ref?: string })
      const { schema = {}, examples = {} } = content?.['application/json'] ?? {}
      return [status, { source, schema, examples: Object.values(examples).map(({ value }) => value) }] as const
    })
    return { id, name, path, pattern, responses: Object.fromEntries(documented) }
  }),
)

/** The operation that a path under the base URL calls, if the document has it. Two slashes are one. */
export function findOperation(method: string, path: string): Operation | undefined {
  const called = `${method} ${path.replaceAll(/\/+/g, '/')}`
  return operations.find(({ pattern }) => pattern.test(called))
}
