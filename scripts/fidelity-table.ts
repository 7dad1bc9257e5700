type Schema = { $ref?: string; type?: string | string[]; 'x-source'?: string; required?: string[]; const?: unknown } & {
  enum?: string[]
  properties?: Record<string, Schema>
  items?: Schema
  allOf?: Schema[]
}
type Sourced = { 'x-source'?: string; name?: string; in?: string; description?: string }
type Operation = {
  operationId: string
  parameters?: Sourced[]
  requestBody?: Sourced
  responses: Record<string, Sourced & { $ref?: string }>
  callbacks?: Record<string, Paths>
}
type Paths = Record<string, Record<string, Operation>>
type Document = {
  paths: Paths
  components: { schemas: Record<string, Schema>; responses: Record<string, Sourced> } & {
    securitySchemes: Record<string, Sourced>
  }
}

/** Where each thing in openapi.yaml is known from, as a Markdown page. */
export function fidelityTable(document: Document): string {
  const { schemas, responses, securitySchemes } = document.components
  const operations = operationsOf(document.paths)
  return [
    '<!-- Generated from openapi.yaml by `npm run generate`. -->\n',
    '# Fidelity: where each field is known from\n',
    'Intram publishes no response body for this API. This table says, for each header, parameter, status and field of',
    '[`openapi.yaml`](../openapi.yaml), which source it was read from. `assumed` means that no source says so.\n',
    '`http-doc` Intram’s page on its HTTP API · `http-doc-2026` its later revision · `node-sdk`, `php-sdk`, `django-sdk`,',
    '`woocommerce` the official clients’ sources and pages · `flutter-doc`, `merchant-doc` other pages of Intram ·',
    '`recorded` answers of the real sandbox, redacted ([how](evidence.md)).\n',
    section(
      'Headers',
      ['header', 'source'],
      Object.values(securitySchemes).map((s) => [code(s.name), source(s)]),
    ),
    ...operations.map(({ title, parameters = [], requestBody, responses: answers }) =>
      section(
        title,
        ['what', 'source'],
        [
          ...parameters.map((parameter) => [`${code(parameter.name)} in ${parameter.in}`, source(parameter)]),
          ...(requestBody ? [['body', source(requestBody)]] : []),
          ...Object.entries(answers).map(([status, answer]) => [
            `status ${status}`,
            source(answer.$ref ? (responses[lastSegment(answer.$ref)] ?? {}) : answer),
          ]),
        ],
      ),
    ),
    ...Object.entries(schemas).flatMap(([name, schema]) => schemaSection(name, schema)),
  ].join('\n')
}

/** The operations, those of callbacks too. */
function operationsOf(paths: Paths): ({ title: string } & Operation)[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => [
      { title: `${method.toUpperCase()} ${path}`, ...operation },
      ...Object.values(operation.callbacks ?? {}).flatMap(operationsOf),
    ]),
  )
}

function schemaSection(name: string, schema: Schema): string[] {
  const values = schema.enum?.map((value) => [code(value), source(schema)])
  if (values) return [section(name, ['value', 'source'], values)]
  const parts = [schema, ...(schema.allOf ?? [])]
  const rows = parts.flatMap((part) =>
    Object.entries(part.properties ?? {}).flatMap(([field, property]) => [
      row(field, property, part.required?.includes(field) ?? false),
      ...Object.entries(property.properties ?? {}).map(([inner, value]) => row(`${field}.${inner}`, value, false)),
    ]),
  )
  return rows.length > 0 ? [section(name, ['field', 'type', 'required', 'source'], rows)] : []
}

function row(field: string, property: Schema, required: boolean): string[] {
  return [code(field), typeOf(property), required ? 'yes' : '', source(property)]
}

function typeOf({ $ref, type, items, const: constant }: Schema): string {
  if (constant !== undefined) return code(String(constant))
  if ($ref) return lastSegment($ref)
  if (type === 'array' && items) return `list of ${typeOf(items)}`
  return [type].flat().join(', ')
}

function section(title: string, head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [`## ${title}\n`, line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n')
}

function source(sourced: Sourced): string {
  if (!sourced['x-source']) throw new Error(`No x-source on ${sourced.name ?? sourced.description}`)
  return sourced['x-source']
}

const code = (text = '') => `\`${text}\``
const lastSegment = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1)
