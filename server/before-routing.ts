import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { envelope, HttpError } from './envelope.ts'
import type { Refused } from './log.ts'

/** Told of what is answered here, for which there is no request of Fastify's. */
export type TellRefused = (refused: Refused) => void

/** For Fastify's `clientErrorHandler`: what Node's parser refuses before Fastify sees a request. */
export function answerClientError(tell: TellRefused) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const { statusCode: status, message: reason } = parserVerdict(error.code)
    socket.end(written(status, reason))
    answered.add(socket)
    tell({ status, reason })
  }
}

const answered = new WeakSet<Socket>()

/** Whether a request, the rest of which never came, has had its answer and its line in the log here. */
export function wasAnswered({ socket }: IncomingMessage): boolean {
  return answered.has(socket)
}

function parserVerdict(code: string | undefined): HttpError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new HttpError(408, 'The request took too long to arrive')
  if (code === 'HPE_HEADER_OVERFLOW') return new HttpError(431, 'The headers are larger than 16 KB')
  return new HttpError(400, 'This is not a valid HTTP request')
}

/** An answer as Node would write it, for a connection on which it does not. */
function written(status: number, message: string): string {
  const body = JSON.stringify(envelope(message))
  return (
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\n` +
    `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`
  )
}
