import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { type SecureContext, TLSSocket } from 'node:tls'

type Options = {
  /** The certificate of the moment. */
  context: () => Promise<SecureContext>
  /** How long a connection may take to say its first byte, and to shake hands. */
  patienceMs: number
}

/** The first byte of every TLS connection, and of no HTTP request. */
const handshake = 0x16

/** Has a server speak TLS on its own port too: the first byte decides. Requests of both kinds are otherwise alike. */
export function sharePort(server: Server, { context, patienceMs }: Options): void {
  const listeners = server.listeners('connection')
  const serve = (socket: Socket) => {
    for (const listener of listeners) listener.call(server, socket)
  }
  // What has not become HTTP yet, which the server itself knows nothing of.
  const undecided = new Set<Socket>()

  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    const timer = setTimeout(() => socket.destroy(), patienceMs)
    const settle = () => {
      clearTimeout(timer)
      undecided.delete(socket)
    }
    undecided.add(socket)
    socket.on('close', settle).on('error', ignore)
    socket.once('readable', async () => {
      const start = socket.read()
      // It hung up without a word.
      if (start === null) return socket.destroy()
      socket.unshift(start)
      if (start[0] !== handshake) {
        settle()
        socket.off('close', settle).off('error', ignore)
        serve(socket)
        return
      }
      const secureContext = await context()
      if (socket.destroyed) return
      const secured = new TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: ['http/1.1'] })
      // Node.js can only reset the connection below, and otherwise does nothing at all.
      secured.resetAndDestroy = () => {
        socket.resetAndDestroy()
        return secured.destroy()
      }
      secured.on('error', () => secured.destroy())
      secured.once('secure', () => {
        settle()
        serve(secured)
      })
    })
  })
  alsoClose(server, undecided)
}

/** Connections on which nobody has asked anything are idle ones. */
function alsoClose(server: Server, undecided: ReadonlySet<Socket>): void {
  for (const name of ['closeIdleConnections', 'closeAllConnections'] as const) {
    const close = server[name].bind(server)
    server[name] = () => {
      close()
      for (const socket of undecided) socket.destroy()
    }
  }
}

function ignore(): void {}
