import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { keysIn } from './api/caller.ts'
import type { TellEnd } from './api/ended.ts'
import { wasAnswered } from './before-routing.ts'
import { refusedJson } from './body-json.ts'
import { redactKeys } from './domain/redact-keys.ts'
import { Refusal } from './domain/refusal.ts'
import { envelope, HttpError } from './envelope.ts'
import type { Log } from './log.ts'
import { explain } from './openapi/explain.ts'

export const bodyLimit = 256 * 1024

const sentences: Record<string, string> = {
  FST_ERR_CTP_BODY_TOO_LARGE: `The body is larger than ${bodyLimit / 1024} KB`,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Send the body as JSON, with the header Content-Type: application/json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is not as long as Content-Length says',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty: send JSON',
  FST_ERR_BAD_URL: 'The URL is not valid: write a literal % as %25',
  FST_ERR_MAX_PARAM_LENGTH: 'The id in the URL is too long',
}

/** Gives every error of every route the one envelope, and never a stack, a value that was sent, or a key. */
export function registerErrors(app: FastifyInstance, log: Log, tellEnd: TellEnd): void {
  const answerAndTell = (error: Error, request: FastifyRequest, reply: FastifyReply) => {
    if (wasAnswered(request.raw)) request.unlogged = true
    answer(error, request, reply, log)
    tellEnd(request, reply)
    return reply
  }
  app.setNotFoundHandler((request, reply) => answerAndTell(notFound(request), request, reply))
  // A bad body must not hide that there is no such route: that is judged first.
  app.setErrorHandler<FastifyError>((error, request, reply) =>
    answerAndTell(request.is404 ? notFound(request) : error, request, reply),
  )
}

/** For Fastify's `frameworkErrors`: what goes wrong before there is a route, and so any hook that would log it. */
export function answerFrameworkError(log: Log, tell: (request: FastifyRequest, reply: FastifyReply) => void) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    answer(error, request, reply, log)
    tell(request, reply)
  }
}

function answer(error: Error | FastifyError, request: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply {
  const { statusCode, message, details } = judge(error, request)
  if (statusCode >= 500 && !(error instanceof HttpError)) log.error('Unexpected error', error)
  return reply
    .code(statusCode)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(envelope(message, details)))
}

function judge(
  error: Error | FastifyError,
  { headers, bodyJson }: FastifyRequest,
): Pick<HttpError, 'statusCode' | 'message' | 'details'> {
  if (error instanceof HttpError) return error
  if (error instanceof Refusal) return refused(error)
  if ('validation' in error && error.validation) {
    // A path has names in it that were sent: somebody may paste a key there.
    return new HttpError(400, 'The request is not valid', redactKeys(explain(error.validation), keysIn(headers)))
  }
  const statusCode = 'statusCode' in error ? (error.statusCode ?? 500) : 500
  if (statusCode >= 500) return new HttpError(500, 'Server error')
  const code = 'code' in error ? error.code : ''
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY') return new HttpError(statusCode, refusedJson(bodyJson ?? ''))
  return new HttpError(statusCode, sentences[code] ?? STATUS_CODES[statusCode] ?? 'The request is not valid')
}

function refused({ path, message }: Refusal): HttpError {
  return path === undefined
    ? new HttpError(400, message)
    : new HttpError(400, 'The request is not valid', [{ path, message }])
}

function notFound({ method, url }: FastifyRequest): HttpError {
  const where = /^\/+__admin\b/.test(url)
    ? 'the control API is described at /__admin/openapi.json'
    : 'the API is under /api/v1, its reference at /docs'
  return new HttpError(404, `No such route for ${method}: ${where}`)
}
