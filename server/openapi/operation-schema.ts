import type { FastifySchema } from 'fastify'
import type { Operation, Parameter } from './document.ts'

const schemas = new WeakMap<Operation, FastifySchema>()

/** What Fastify validates and serializes by: one object per operation and process, by which it is compiled once. */
export function schemaOf(operation: Operation): FastifySchema {
  const known = schemas.get(operation)
  if (known) return known
  const { parameters = [], requestBody, responses } = operation
  const body = requestBody?.content['application/json']?.schema
  const params = parametersSchema(parameters, 'path')
  const querystring = parametersSchema(parameters, 'query')
  const response = Object.entries(responses).flatMap(([status, { content }]) =>
    content?.['application/json'] ? [[status, content['application/json'].schema]] : [],
  )
  const schema = {
    ...(body && { body }),
    ...(params && { params }),
    ...(querystring && { querystring }),
    response: Object.fromEntries(response),
  }
  schemas.set(operation, schema)
  return schema
}

/** Of a query nothing is ignored: a filter with a typo in its name would silently match everything. */
function parametersSchema(parameters: Parameter[], place: 'path' | 'query'): object | undefined {
  const those = parameters.filter((parameter) => parameter.in === place)
  if (those.length === 0) return undefined
  const names = those.map(({ name }) => name)
  return {
    type: 'object',
    required: those.flatMap(({ name, required }) => (required ? [name] : [])),
    properties: Object.fromEntries(those.map(({ name, schema }) => [name, schema])),
    additionalProperties: false,
    'x-message': `takes only ${names.join(', ')}`,
  }
}
