import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler, RouteOptions } from 'fastify'
import { HttpError } from '../envelope.ts'
import type { Compiled } from './compiled.ts'
import { compileSerializer, compileValidator } from './compilers.ts'
import { type Document, type Method, methods, type Operation } from './document.ts'
import type { HandlersOf } from './handlers.ts'
import { schemaOf } from './operation-schema.ts'

type TellEnd = (request: FastifyRequest, reply: FastifyReply) => void

type Options<Operations, Context> = {
  document: Document
  /** What need not be compiled any more. */
  compiled?: Compiled
  handlers: HandlersOf<Operations, Context>
  /** Runs before the body is read. */
  onRequest: onRequestHookHandler
  /** What a handler is told of the request besides its parameters and body. */
  contextOf: (request: FastifyRequest, reply: FastifyReply, operation: Operation) => Context
  /** Stands around every handler. */
  around: Around
  /** Called once an answer has gone out; without it, nobody is told. */
  tellEnd?: TellEnd
}

/** The same, once it is settled that there is a handler for each operation. */
type AnyOptions = Omit<Options<never, object>, 'handlers'> & {
  handlers: Record<string, (call: object) => Promise<unknown>>
}

export type Around = <Answer>(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: () => Promise<Answer>,
  operation: Operation,
) => Promise<Answer>

/** Serves each operation of the document that is not served already, validated and serialized by its schemas. */
export function registerOperations<Operations, Context extends object>(
  app: FastifyInstance,
  options: Options<Operations, Context>,
): void {
  const { document } = options
  for (const [path, item] of Object.entries(document.paths)) {
    const url = fastifyPath(path)
    const has = (method: string) => app.hasRoute({ method: method.toUpperCase(), url: app.prefix + url })
    const served = methods.filter((method) => item[method])
    for (const method of served) {
      if (!has(method)) app.route(routeOf(path, method, options as unknown as AnyOptions))
    }
    const others = app.supportedMethods.filter((method) => !has(method))
    const refuse = refuseMethod(served)
    // Already before the body is read: what is in it does not matter.
    app.route({ method: others, url, onRequest: refuse, handler: refuse })
  }
}

function routeOf(path: string, method: Method, options: AnyOptions): RouteOptions {
  const operation = options.document.paths[path]?.[method]
  if (!operation) throw new Error(`No ${method} ${path} in the document`)
  const handler = options.handlers[operation.operationId]
  if (!handler) throw new Error(`Nothing handles ${operation.operationId}`)
  const compiled = options.compiled?.[operation.operationId]
  return {
    method: method.toUpperCase(),
    url: fastifyPath(path),
    schema: { ...schemaOf(operation) },
    validatorCompiler: (route) => compiled?.validators[route.httpPart ?? ''] ?? compileValidator(route),
    serializerCompiler: (route) => compiled?.serializers[route.httpStatus ?? ''] ?? compileSerializer(route),
    config: { operationId: operation.operationId, ...(options.tellEnd && { tellsEnd: true }) },
    onRequest: options.onRequest,
    ...(operation.requestBody && !operation.requestBody.required && { preValidation: takeNothingAsEmpty }),
    handler(request, reply) {
      const answer = () =>
        handler({
          params: request.params,
          query: request.query,
          body: request.body,
          ...options.contextOf(request, reply, operation),
        })
      const answered = options.around(request, reply, answer, operation)
      return options.tellEnd ? send(answered, request, reply, options.tellEnd) : answered
    },
  }
}

/** As Fastify sends what a promise resolves with; it has no hook for what comes after. */
function send(answered: Promise<unknown>, request: FastifyRequest, reply: FastifyReply, tellEnd: TellEnd): void {
  answered.then(
    (answer) => {
      try {
        reply.send(answer)
      } catch (error) {
        reply.send(error)
      }
      tellEnd(request, reply)
    },
    (error) => reply.send(error),
  )
}

/** Where the document asks for no body, its schema would still refuse that there is none. */
function takeNothingAsEmpty(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  request.body ??= {}
  done()
}

/** Answers the methods that a path does not have, without asking for keys first. */
function refuseMethod(served: Method[]) {
  const allowed = served.map((method) => method.toUpperCase()).join(', ')
  return async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('allow', allowed)
    throw new HttpError(405, `${request.method} is not possible here: use ${allowed}`)
  }
}

/** `/confirm/{id}` → `/confirm/:id` */
function fastifyPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}
