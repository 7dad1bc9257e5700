import { readFile } from 'node:fs/promises'
import fastify, { type FastifyInstance } from 'fastify'
import type { Keys } from './api/keyring.ts'
import { registerErrors } from './errors.ts'
import type { Log } from './log.ts'
import { readDocument } from './openapi/document.ts'

type Options = {
  log: Log
  /** Filled in on the page, so that both calls can be tried at once. */
  exampleKeys: Keys | undefined
}

const paths = ['/docs', '/docs/*', '/openapi.json', '/openapi.yaml']

// Swagger UI draws with inline styles; its scripts are files of this origin.
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The API reference: `/docs`, `/openapi.json`, `/openapi.yaml`. Loaded on the first visit, so that starting is fast. */
export function registerReference(app: FastifyInstance, options: Options): void {
  let loading: Promise<FastifyInstance> | undefined
  for (const url of paths) {
    app.get(url, { exposeHeadRoute: false }, async (request, reply) => {
      loading ??= createReference(options)
      const reference = await loading
      reply.hijack()
      reference.routing(request.raw, reply.raw)
    })
  }
  app.addHook('onClose', async () => (await loading)?.close())
}

async function createReference({ log, exampleKeys }: Options): Promise<FastifyInstance> {
  const [{ default: swagger }, { default: swaggerUi }] = await Promise.all([
    import('@fastify/swagger'),
    import('@fastify/swagger-ui'),
  ])
  const app = fastify()
  const document = { ...readDocument('#openapi.json'), servers: [{ url: '/api/v1', description: 'This sandbox' }] }
  await app.register(swagger, { mode: 'static', specification: { document: document as never } })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: contentSecurityPolicy,
    theme: { title: 'Intram HTTP API (sandbox)' },
    uiConfig: {
      layout: 'BaseLayout',
      docExpansion: 'full',
      showExtensions: true,
      tryItOutEnabled: true,
      defaultModelsExpandDepth: 0,
      ...(exampleKeys && { onComplete: fillIn(exampleKeys) }),
    },
  })
  registerErrors(app, log)
  app.get('/openapi.json', async () => app.swagger())
  app.get('/openapi.yaml', async (_request, reply) => {
    reply.type('application/yaml; charset=utf-8')
    return readFile(new URL(import.meta.resolve('#openapi.yaml')))
  })
  await app.ready()
  return app
}

/** Swagger UI takes functions as source text, in which `ui` is the page's own. */
function fillIn({ publicKey, privateKey, secretKey, merchantKey }: Keys): () => void {
  const keys = { PublicKey: publicKey, PrivateKey: privateKey, SecretKey: secretKey, MerchantKey: merchantKey }
  const calls = Object.entries(keys).map((pair) => `ui.preauthorizeApiKey(${pair.map((text) => JSON.stringify(text))})`)
  return Object.assign(() => {}, { toString: () => `function () { ${calls.join('; ')} }` })
}
