import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { identify } from './api/authenticate.ts'
import { registerApi } from './api/index.ts'
import type { Keyring, Keys } from './api/keyring.ts'
import { originOf } from './api/origin.ts'
import { receiptUrlOf } from './api/present.ts'
import type { PublicKeys } from './api/public-keys.ts'
import type { QrCodes } from './api/qr-codes.ts'
import { recordRequests } from './api/record.ts'
import { answerClientError, answerForNode, lackOfHost } from './before-routing.ts'
import { keepBodyJson } from './body-json.ts'
import { answerFrameworkError, bodyLimit, registerErrors } from './errors.ts'
import { createFrames } from './gate/frame.ts'
import { registerGate } from './gate/index.ts'
import { registerHealth } from './health.ts'
import { guardHost } from './host-guard.ts'
import type { Log, Refused } from './log.ts'
import { registerOnFirstUse } from './on-first-use.ts'
import { schemaController } from './openapi/compilers.ts'
import { readDereferenced } from './openapi/document.ts'
import { packageVersion } from './package-version.ts'
import type { Sandbox } from './sandbox/sandbox.ts'

export type AppOptions = {
  sandbox: Sandbox
  log: Log
  keyring: Keyring
  publicKeys: PublicKeys
  merchantHeader: 'required' | 'optional'
  publicUrl: string | undefined
  trustProxy: boolean
  /** Glues the parameters of return URLs to them after a second "?", as one plugin expects. */
  legacyRedirect: boolean
  qrCodes: QrCodes
  /** Where localhost is not the developer's machine. */
  insideContainer: boolean
  localOrigin: () => string
  stopped: AbortSignal
  /** Offered on the reference page. */
  exampleKeys: Keys | undefined
  /** Whether the keyring takes only keys that are listed somewhere: only then do they prove who calls. */
  keysAreListed: boolean
  adminToken: string | undefined
  /** Further host names by which the control API may be called. */
  allowHost: readonly string[]
  /** Whether each request is worth a line. */
  logsRequests: boolean
  timeouts?: Timeouts | undefined
}

/** How long a client may take to send a request: slow ones must not hold connections for ever. */
export type Timeouts = { headersMs: number; requestMs: number; checkEveryMs: number }
const usualTimeouts: Timeouts = { headersMs: 15_000, requestMs: 30_000, checkEveryMs: 5_000 }

const longestId = 1024

/** The sandbox over HTTP: routes and errors, but no port yet. */
export function createApp(options: AppOptions): FastifyInstance {
  const {
    log,
    publicUrl,
    trustProxy,
    legacyRedirect,
    localOrigin,
    exampleKeys,
    logsRequests,
    keysAreListed,
    adminToken,
    allowHost,
    insideContainer,
    publicKeys,
    timeouts,
    ...api
  } = options
  const originOfRequest = originOf({ publicUrl, localOrigin })
  const record = recordRequests({ journal: api.sandbox.journal, takesAnyKeys: !keysAreListed })
  const app = createEmptyApp(options, (request, reply) => {
    if (request.url.startsWith('/api/')) record(request, { status: reply.statusCode })
  })
  const dropped = (request: FastifyRequest, reply: FastifyReply, how: string) => {
    if (logsRequests) log.request(request, reply, how)
    record(request, { status: 0, dropped: how })
  }
  app.register(
    async (scope) => {
      registerApi(scope, {
        ...api,
        dropped,
        record,
        document: readDereferenced('#openapi.json'),
        originOf: originOfRequest,
      })
    },
    { prefix: '/api/v1' },
  )
  const frames = createFrames()
  registerGate(app, {
    sandbox: api.sandbox,
    log,
    redirectForm: legacyRedirect ? 'glued' : 'merged',
    urlOf: (request, id) => receiptUrlOf(id, originOfRequest(request)),
    drawQrCode: api.qrCodes.dataUrl,
    frames,
  })
  registerHealth(app)
  const create = () => createEmptyApp(options)
  registerOnFirstUse(app, ['/sdk-javascript.js', '/widget/*'], {
    create,
    async fill(other) {
      const { registerWidget } = await import('./widget/index.ts')
      const document = readDereferenced('#openapi.json')
      registerWidget(other, { ...api, frames, publicKeys, document, originOf: originOfRequest })
    },
  })
  registerOnFirstUse(app, ['/__admin', '/__admin/*'], {
    create,
    async fill(other) {
      const { registerAdmin } = await import('./admin/index.ts')
      const document = readDereferenced('#admin.json')
      const identifies = keysAreListed ? identify(api) : undefined
      const plugin = async (scope: FastifyInstance) => {
        scope.addHook('onRequest', guardHost({ publicUrl, allowHost }))
        registerAdmin(scope, {
          ...api,
          document,
          version: packageVersion(),
          adminToken,
          identify: identifies,
          insideContainer,
        })
      }
      await other.register(plugin, { prefix: '/__admin' })
    },
  })
  registerOnFirstUse(app, ['/docs', '/docs/*', '/openapi.json', '/openapi.yaml'], {
    create,
    fill: async (other) => (await import('./reference.ts')).registerReference(other, { exampleKeys }),
  })
  return app
}

/** Without routes, but with all that is the same for every request, whatever it asks for. */
function createEmptyApp(options: AppOptions, refused?: Parameters<typeof registerErrors>[2]): FastifyInstance {
  const { log, logsRequests, trustProxy, timeouts = usualTimeouts } = options
  const tell = (line: Refused) => logsRequests && log.refused(line)
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
    frameworkErrors: answerFrameworkError(log, logsRequests),
    clientErrorHandler: answerClientError(tell),
  })
  answerForNode(app.server, tell)
  app.removeContentTypeParser('text/plain')
  keepBodyJson(app)
  registerErrors(app, log, refused)
  app.decorateRequest('unlogged', false)
  app.decorateRequest('startedAt', 0)
  app.addHook('onRequest', (request, _reply, done) => {
    request.startedAt = performance.now()
    if (request.raw.headers.host === undefined) done(lackOfHost(request.raw))
    else done()
  })
  // Not onResponse, for which Fastify listens to each answer, at a tenth of the time that a request takes.
  if (logsRequests) {
    app.addHook('onSend', (request, reply, _payload, done) => {
      if (!request.unlogged) log.request(request, reply)
      done()
    })
  }
  return app
}
