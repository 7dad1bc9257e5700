import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler, RouteOptions } from 'fastify'
import { HttpError } from '../envelope.ts'
import { type Document, type Method, methods } from './document.ts'
import type { Call, Handlers, OperationId } from './handlers.ts'

type Options = {
  document: Document
  handlers: Handlers
  /** Runs before the body is read. */
  onRequest: onRequestHookHandler
  /** What a handler is told of the request besides its parameters and body. */
  contextOf: (request: FastifyRequest) => Pick<Call<OperationId>, 'world' | 'origin'>
  /** Stands around every handler. */
  around: Around
}

export type Around = <Answer>(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: () => Promise<Answer>,
) => Promise<Answer>

/** Serves each operation of the document, validated and serialized by its schemas. */
export function registerOperations(app: FastifyInstance, options: Options): void {
  const { document } = options
  for (const [path, item] of Object.entries(document.paths)) {
    const served = methods.filter((method) => item[method])
    for (const method of served) app.route(routeOf(path, method, document, options))
    const url = fastifyPath(path)
    const others = app.supportedMethods.filter((method) => !app.hasRoute({ method, url: app.prefix + url }))
    const refuse = refuseMethod(served)
    // Already before the body is read: what is in it does not matter.
    app.route({ method: others, url, onRequest: refuse, handler: refuse })
  }
}

function routeOf(path: string, method: Method, { paths }: Document, options: Options): RouteOptions {
  const operation = paths[path]?.[method]
  if (!operation) throw new Error(`No ${method} ${path} in the document`)
  const handler = options.handlers[operation.operationId as OperationId] as (call: unknown) => Promise<unknown>
  const body = operation.requestBody?.content['application/json']?.schema
  const response = Object.entries(operation.responses).flatMap(([status, { content }]) =>
    content?.['application/json'] ? [[status, content['application/json'].schema]] : [],
  )
  const params = parametersSchema(operation.parameters?.filter((parameter) => parameter.in === 'path') ?? [])
  return {
    method: method.toUpperCase(),
    url: fastifyPath(path),
    schema: { ...(body && { body }), ...(params && { params }), response: Object.fromEntries(response) },
    onRequest: options.onRequest,
    handler: (request, reply) =>
      options.around(request, reply, () =>
        handler({ params: request.params, body: request.body, ...options.contextOf(request) }),
      ),
  }
}

/** Answers the methods that a path does not have, without asking for keys first. */
function refuseMethod(served: Method[]) {
  const allowed = served.map((method) => method.toUpperCase()).join(', ')
  return async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('allow', allowed)
    throw new HttpError(405, `${request.method} is not possible here: use ${allowed}`)
  }
}

function parametersSchema(parameters: { name: string; schema: object }[]): object | undefined {
  if (parameters.length === 0) return undefined
  return {
    type: 'object',
    required: parameters.map(({ name }) => name),
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
  }
}

/** `/confirm/{id}` → `/confirm/:id` */
function fastifyPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}
