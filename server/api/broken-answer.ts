import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SocketFault } from '../domain/fault.ts'

/** What comes instead of an answer, as WireMock does under the same names. Nobody gets an answer after it. */
export type BreakAnswer = (request: FastifyRequest, reply: FastifyReply, how: SocketFault) => void

type Dropped = (request: FastifyRequest, reply: FastifyReply, how: string) => void

/** `dropped` is told, since a request that is broken off leaves no other trace. */
export function answerBreaker(dropped: Dropped): BreakAnswer {
  return (request, reply, how) => {
    const { socket } = request.raw
    reply.hijack()
    dropped(request, reply, how)
    switch (how) {
      case 'CONNECTION_RESET_BY_PEER':
        return void socket.resetAndDestroy()
      case 'EMPTY_RESPONSE':
        return void socket.end()
      case 'MALFORMED_RESPONSE_CHUNK':
        return void socket.end(
          'HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n' +
            '20\r\n{"error":false,"status":"SUCCESS"\r\nthis is no chunk',
        )
      case 'RANDOM_DATA_THEN_CLOSE':
        return void socket.end(Buffer.concat([Buffer.from([0]), randomBytes(255)]))
    }
  }
}
