import fastify, { type FastifyInstance, type FastifyRequest, type onSendHookHandler } from 'fastify'
import { createEndOf, type Ended, type TellEnd } from './api/ended.ts'
import { answerClientError, answerForNode, lackOfHost } from './before-routing.ts'
import { keepBodyJson } from './body-json.ts'
import { answerFrameworkError, bodyLimit, registerErrors } from './errors.ts'
import type { Log, Refused } from './log.ts'
import { schemaController } from './openapi/compilers.ts'

export type EmptyAppOptions = {
  log: Log
  /** Whether each request is worth a line. */
  logsRequests: boolean
  trustProxy: boolean
  timeouts?: Timeouts | undefined
}

/** How long a client may take to send a request: slow ones must not hold connections for ever. */
export type Timeouts = { headersMs: number; requestMs: number; checkEveryMs: number }
const usualTimeouts: Timeouts = { headersMs: 15_000, requestMs: 30_000, checkEveryMs: 5_000 }

const longestId = 1024

/** Told once of each request that has its answer. */
type TellEnded = (ended: Ended, request: FastifyRequest) => void

declare module 'fastify' {
  interface FastifyRequest {
    isTold: boolean
  }
  interface FastifyContextConfig {
    /** Calls `tellEnd` of its own: a hook for it takes Fastify longer than all that is told. */
    tellsEnd?: boolean
  }
}

/** Without routes, but with all that is the same for every request, whatever it asks for. */
export function createEmptyApp(
  { log, logsRequests, trustProxy, timeouts = usualTimeouts }: EmptyAppOptions,
  tellEnded?: TellEnded,
): { app: FastifyInstance; tellEnd: TellEnd } {
  const endOf = createEndOf()
  const tell = (line: Refused) => logsRequests && log.refused(line)
  const tellEnd: TellEnd = (request, reply, dropped) => {
    if (request.isTold || !(logsRequests || tellEnded)) return
    request.isTold = true
    const ended = endOf(request, reply, dropped)
    if (logsRequests && !request.unlogged) log.request(ended)
    tellEnded?.(ended, request)
  }
  const tellAsItIsSent: onSendHookHandler = (request, reply, _payload, done) => {
    tellEnd(request, reply)
    done()
  }
  const app = fastify({
    bodyLimit,
    trustProxy,
    requestTimeout: timeouts.requestMs,
    http: {
      headersTimeout: timeouts.headersMs,
      connectionsCheckingInterval: timeouts.checkEveryMs,
      // Node would answer those that lack one without a word.
      requireHostHeader: false,
    },
    // Requests on connections that are already open are still answered while the sandbox stops.
    return503OnClosing: false,
    // PHP and Django clients join base and path with two slashes.
    routerOptions: { ignoreDuplicateSlashes: true, maxParamLength: longestId },
    schemaController,
    frameworkErrors: answerFrameworkError(log, (request, reply) => {
      if (logsRequests) log.request(endOf(request, reply))
    }),
    clientErrorHandler: answerClientError(tell),
  })
  answerForNode(app.server, tell)
  app.removeContentTypeParser('text/plain')
  keepBodyJson(app)
  registerErrors(app, log, tellEnd)
  app.decorateRequest('unlogged', false)
  app.decorateRequest('isTold', false)
  app.decorateRequest('startedAt', 0)
  app.addHook('onRequest', (request, _reply, done) => {
    request.startedAt = performance.now()
    if (request.raw.headers.host === undefined) done(lackOfHost(request.raw))
    else done()
  })
  // Not onResponse, for which Fastify listens to each answer, at a tenth of the time that a request takes.
  app.addHook('onRoute', (route) => {
    if (!route.config?.tellsEnd) route.onSend = [tellAsItIsSent, ...[route.onSend ?? []].flat()]
  })
  return { app, tellEnd }
}
