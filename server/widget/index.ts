import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createPace } from '../api/pace.ts'
import type { PublicKeys } from '../api/public-keys.ts'
import { HttpError } from '../envelope.ts'
import type { Frames } from '../gate/frame.ts'
import type { Document } from '../openapi/document.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { unlogged } from '../unlogged.ts'
import { bodySchemas, type FrameBody, longestKey, type PaymentBody } from './bodies.ts'
import { readEmbedder } from './embedder.ts'
import { openFrame } from './open-frame.ts'
import { openPayment } from './open-payment.ts'
import { publicKeyIn, recordWith } from './record.ts'

type Options = {
  sandbox: Sandbox
  frames: Frames
  publicKeys: PublicKeys
  /** Intram's API, whose rules for amounts and URLs hold here, too. */
  document: Document
  originOf: (request: FastifyRequest) => string
  /** How many payments a page, or the pages of a merchant, may open in a minute. A public key is no secret. */
  mostPerMinute?: number
}

const usualMost = 300
/** Each names a world, and there is room for 500 in the journal: one page must not push out those of others. */
const mostNewKeys = 20

/** What Intram's widget script is to a merchant's page, and the two calls that ours makes. */
export function registerWidget(app: FastifyInstance, options: Options): void {
  const script = readFileSync(new URL(import.meta.resolve('#server/widget/assets/sdk-javascript.js')), 'utf8')
  app.get('/sdk-javascript.js', { onRequest: unlogged }, (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .headers({
        'cache-control': 'public, max-age=300',
        'cross-origin-resource-policy': 'cross-origin',
        'x-content-type-options': 'nosniff',
      })
      .send(script),
  )
  app.register(async (calls) => registerCalls(calls, options))
}

function registerCalls(app: FastifyInstance, { document, ...options }: Options): void {
  const { payment, frame } = bodySchemas(document)
  const record = recordWith(options.sandbox.journal)
  app.decorateRequest('world', '')
  app.decorateRequest('transactionId', '')
  app.addHook('onRequest', (_request, reply, done) => {
    // Any page may call this, errors included: nothing is in the answer but what the page has just made or named.
    reply.headers({ 'access-control-allow-origin': '*', 'cache-control': 'no-store' })
    done()
  })
  app.addHook('preValidation', admit(options))
  app.addHook('onSend', (request, reply, payload, done) => {
    if (request.method === 'POST') record(request, reply)
    done(null, payload)
  })
  app.post<{ Body: PaymentBody }>('/widget/payments', { schema: { body: payment } }, openPayment(options))
  app.post<{ Body: FrameBody }>('/widget/frames', { schema: { body: frame } }, openFrame(options))
  for (const path of ['/widget/payments', '/widget/frames']) {
    app.options(path, { onRequest: unlogged }, (_request, reply) =>
      reply
        .code(204)
        .headers({
          'access-control-allow-methods': 'POST',
          'access-control-allow-headers': 'content-type',
          'access-control-max-age': '600',
        })
        .send(),
    )
  }
}

/** Keys are judged before the body, as in Intram's API. */
function admit({ sandbox, publicKeys, mostPerMinute = usualMost }: Omit<Options, 'document'>) {
  const mayGoOn = createPace(mostPerMinute)
  const mayBegin = createPace(mostNewKeys)
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const key = publicKeyIn(request.body)
    if (key === undefined || key === '' || key.length > longestKey) return
    const world = publicKeys.worldOf(key)
    if (world === undefined) throw new HttpError(401, 'Invalid API keys')
    const embedder = readEmbedder(request.headers.origin)
    if (![`page ${embedder}`, `world ${world}`].every(mayGoOn)) {
      throw tooMany(reply, `${mostPerMinute} calls`)
    }
    // Over all pages: whoever owns a domain has any number of origins.
    if (sandbox.journal.last(world) === 0 && !mayBegin('')) throw tooMany(reply, `${mostNewKeys} new public keys`)
    request.world = world
  }
}

function tooMany(reply: FastifyReply, what: string): HttpError {
  reply.header('retry-after', '60')
  return new HttpError(429, `More than ${what} a minute: wait a minute`)
}
