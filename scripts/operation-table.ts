const methods = ['get', 'put', 'post', 'delete', 'patch'] as const

type Schema = { required?: string[]; allOf?: Schema[]; $ref?: string }
type Content = { 'application/json': { schema: Schema } }
type Operation = { operationId: string; requestBody?: unknown; responses: Record<string, { content?: Content }> }
type Document = {
  paths: Record<string, Partial<Record<(typeof methods)[number], Operation>>>
  components: { schemas: Record<string, Schema> }
}

/** The operations as a TypeScript table, from which the client makes its methods and judges what they are answered. */
export function operationTable({ paths, components }: Document): string {
  const rows = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method]
      if (!operation) return []
      const { operationId, requestBody, responses } = operation
      const required = requiredOf(responses['200']?.content?.['application/json'].schema ?? {}, components)
      const fields = [
        `method: '${method.toUpperCase()}'`,
        `path: '${path}'`,
        `body: ${requestBody !== undefined}`,
        `required: [${required.map((name) => `'${name}'`).join(', ')}]`,
      ]
      return [`  ${operationId}: {\n${fields.map((field) => `    ${field},\n`).join('')}  },\n`]
    }),
  )
  return `export const operations = {\n${rows.join('')}} as const\n`
}

/** The fields that an answer always has. */
function requiredOf({ $ref, required = [], allOf = [] }: Schema, components: Document['components']): string[] {
  const parts = [...allOf, ...($ref === undefined ? [] : [components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}])]
  return [...required, ...parts.flatMap((part) => requiredOf(part, components))]
}
