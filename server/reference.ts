import { readFile } from 'node:fs/promises'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import type { Keys } from './api/keyring.ts'
import { readDocument } from './openapi/document.ts'

type Options = {
  /** Filled in on the page, so that both calls can be tried at once. */
  exampleKeys: Keys | undefined
}

// Swagger UI draws with inline styles; its scripts are files of this origin.
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The API reference: `/docs`, `/openapi.json`, `/openapi.yaml`. */
export async function registerReference(app: FastifyInstance, { exampleKeys }: Options): Promise<void> {
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
  app.get('/openapi.json', async () => app.swagger())
  app.get('/openapi.yaml', async (_request, reply) => {
    reply.type('application/yaml; charset=utf-8')
    return readFile(new URL(import.meta.resolve('#openapi.yaml')))
  })
}

/** Swagger UI takes functions as source text, in which `ui` is the page's own. */
function fillIn({ publicKey, privateKey, secretKey, merchantKey }: Keys): () => void {
  const keys = { PublicKey: publicKey, PrivateKey: privateKey, SecretKey: secretKey, MerchantKey: merchantKey }
  const calls = Object.entries(keys).map((pair) => `ui.preauthorizeApiKey(${pair.map((text) => JSON.stringify(text))})`)
  return Object.assign(() => {}, { toString: () => `function () { ${calls.join('; ')} }` })
}
