import type { onRequestHookHandler } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** Not worth a line in the log. A field of the request, as `operationId` is. */
    unlogged: boolean
  }
}

/** For routes that browsers and probes ask for every few seconds. */
export const unlogged: onRequestHookHandler = (request, _reply, done) => {
  request.unlogged = true
  done()
}
