import type { FastifyInstance } from 'fastify'
import { identify } from './api/authenticate.ts'
import { registerApi } from './api/index.ts'
import type { Keyring, Keys } from './api/keyring.ts'
import { originOf } from './api/origin.ts'
import { receiptUrlOf } from './api/present.ts'
import type { PublicKeys } from './api/public-keys.ts'
import type { QrCodes } from './api/qr-codes.ts'
import { recordRequests } from './api/record.ts'
import { createEmptyApp, type EmptyAppOptions } from './empty-app.ts'
import { createFrames } from './gate/frame.ts'
import { registerGate } from './gate/index.ts'
import { registerHealth } from './health.ts'
import { guardHost } from './host-guard.ts'
import { registerOnFirstUse } from './on-first-use.ts'
import { readDereferenced } from './openapi/document.ts'
import { packageVersion } from './package-version.ts'
import type { Sandbox } from './sandbox/sandbox.ts'

export type AppOptions = EmptyAppOptions & {
  sandbox: Sandbox
  keyring: Keyring
  publicKeys: PublicKeys
  merchantHeader: 'required' | 'optional'
  publicUrl: string | undefined
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
}

/** The sandbox over HTTP: routes and errors, but no port yet. */
export function createApp(options: AppOptions): FastifyInstance {
  const {
    log,
    publicUrl,
    trustProxy,
    legacyRedirect,
    localOrigin,
    exampleKeys,
    keysAreListed,
    adminToken,
    allowHost,
    insideContainer,
    publicKeys,
    timeouts,
    ...api
  } = options
  const originOfRequest = originOf({ publicUrl, localOrigin })
  const record = recordRequests({
    journal: api.sandbox.journal,
    takesAnyKeys: !keysAreListed,
    exampleMerchant: exampleKeys?.merchantKey,
  })
  const { app, tellEnd } = createEmptyApp(options, record)
  app.decorateRequest('operationId', null)
  app.register(
    async (scope) => {
      registerApi(scope, {
        ...api,
        tellEnd,
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
  const create = () => createEmptyApp(options).app
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
