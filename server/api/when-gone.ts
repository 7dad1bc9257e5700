import type { FastifyRequest } from 'fastify'

/** Aborted once the client has left: nobody needs to be kept waiting then. */
export function whenGone({ raw }: FastifyRequest): AbortSignal {
  const gone = new AbortController()
  raw.socket.once('close', () => gone.abort())
  return gone.signal
}
