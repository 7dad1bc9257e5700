import type { FastifyInstance } from 'fastify'
import { HttpError } from './envelope.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it was sent, if it was sent as JSON. */
    bodyJson: string | null
  }
}

const byteOrderMark = 0xfeff
/** What is nested deeper can be read, but writing it again overflows the stack. */
const deepest = 1_000

/** Fastify's own parser, which keeps the text too: the journal wants it, and writing it anew takes long. */
export function keepBodyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.decorateRequest('bodyJson', null)
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, json, done) => {
    // Each level takes two characters: most bodies are too short to be looked through.
    if (json.length > 2 * deepest && depthOf(json) > deepest) {
      return done(new HttpError(400, `The body is nested deeper than ${deepest} levels`))
    }
    // The parser leaves a byte order mark out, too.
    request.bodyJson = json.charCodeAt(0) === byteOrderMark ? json.slice(1) : json
    return parse(request, json, done)
  })
}

/** How deep the arrays and objects of some JSON are nested, if it is JSON. */
function depthOf(json: string): number {
  let depth = 0
  let most = 0
  let isInText = false
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at]
    if (character === '"') isInText = !isInText
    else if (isInText && character === '\\') at += 1
    else if (isInText) continue
    else if (character === '[' || character === '{') most = Math.max(most, ++depth)
    else if (character === ']' || character === '}') depth -= 1
  }
  return most
}

/** What is wrong with a body that was refused. Of the parser's own message only the place, for the rest quotes the body. */
export function refusedJson(json: string): string {
  try {
    JSON.parse(json)
    return 'The body has a key that is never taken: __proto__, or prototype in constructor'
  } catch (error) {
    const { message } = error as SyntaxError
    if (message === 'Unexpected end of JSON input') return 'The body is not valid JSON: it ends too early'
    // Newer versions of Node.js add the line and column.
    const [, place] = / JSON at (position \d+)(?: \(line \d+ column \d+\))?$/.exec(message) ?? []
    return place === undefined ? 'The body is not valid JSON' : `The body is not valid JSON (${place})`
  }
}
