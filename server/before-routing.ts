import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { envelope, HttpError } from './envelope.ts'
import type { Refused } from './log.ts'

const type = 'application/json; charset=utf-8'

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

/** Since HTTP/1.1 a request has to say the host that it is for (RFC 9112, section 3.2). */
export function lackOfHost({ httpVersion }: IncomingMessage): HttpError | undefined {
  return httpVersion === '1.0' ? undefined : new HttpError(400, 'The request has no Host header')
}

/** Answers in the one envelope what Node itself would answer without a word, or not at all. */
export function answerForNode(server: Server, tell: TellRefused): void {
  server.on('checkExpectation', ({ method, url }: IncomingMessage, response: ServerResponse) => {
    const reason = 'Of Expect only 100-continue is understood'
    const body = JSON.stringify(envelope(reason))
    response.writeHead(417, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)
    tell({ status: 417, reason, method, url })
  })
  server.on('connect', ({ method, url }: IncomingMessage, socket: Socket) => {
    const reason = 'CONNECT is not possible here: this is no proxy'
    socket.on('error', () => socket.destroy())
    socket.write(written(405, reason, 'Allow: GET, POST\r\n'))
    // The server knows nothing of this connection any more, and would wait for it when it stops.
    socket.destroySoon()
    tell({ status: 405, reason, method, url })
  })
}

/** An answer as Node would write it, for a connection on which it does not. */
function written(status: number, message: string, headers = ''): string {
  const body = JSON.stringify(envelope(message))
  return (
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: ${type}\r\n${headers}` +
    `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`
  )
}
