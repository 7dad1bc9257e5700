import type { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'

/** One for a connection, on which many requests may be held one after the other. */
const signals = new WeakMap<Socket, AbortSignal>()

/** Aborted once the client has left: nobody needs to be kept waiting then. */
export function whenGone({ raw: { socket } }: FastifyRequest): AbortSignal {
  const known = signals.get(socket)
  if (known) return known
  const gone = new AbortController()
  if (socket.destroyed) gone.abort()
  else socket.once('close', () => gone.abort())
  signals.set(socket, gone.signal)
  return gone.signal
}
