import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it was sent, once it has turned out to be JSON. */
    bodyJson: string | null
  }
}

const byteOrderMark = 0xfeff

/** Fastify's own parser, which keeps the text too: the journal wants it, and writing it anew takes long. */
export function keepBodyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.decorateRequest('bodyJson', null)
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, json, done) => {
    // The parser leaves a byte order mark out, too.
    request.bodyJson = json.charCodeAt(0) === byteOrderMark ? json.slice(1) : json
    return parse(request, json, done)
  })
}
