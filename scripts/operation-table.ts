const methods = ['get', 'put', 'post', 'delete', 'patch'] as const

type Operation = { operationId: string; requestBody?: unknown }
type Document = { paths: Record<string, Partial<Record<(typeof methods)[number], Operation>>> }

/** The operations as a TypeScript table, from which the client makes its methods. */
export function operationTable({ paths }: Document): string {
  const rows = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method]
      if (!operation) return []
      const fields = `method: '${method.toUpperCase()}', path: '${path}', body: ${operation.requestBody !== undefined}`
      return [`  ${operation.operationId}: { ${fields} },\n`]
    }),
  )
  return `export const operations = {\n${rows.join('')}} as const\n`
}
