import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer as createRawServer, type Server as RawServer, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { selfSigned } from './self-signed.ts'

type Test = { teardown: (close: () => Promise<void>) => void }
export type Received = { method: string; path: string; headers: IncomingHttpHeaders; body: string }
type Answer = (...args: Parameters<RequestListener>) => unknown

/** A merchant's server, which answers callbacks as the test says: 200 by default. */
export async function startReceiver(
  t: Test,
  answer: Answer = (_, response) => response.end(),
): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request)
    received.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body })
    answer(request, response)
  })
  return { url: `http://127.0.0.1:${await listen(t, server)}/callback`, received }
}

/** The same over TLS, with a certificate that nobody trusts. */
export async function startSecureReceiver(t: Test): Promise<{ url: string }> {
  const server = createSecureServer(selfSigned, (_, response) => response.end())
  return { url: `https://127.0.0.1:${await listen(t, server)}/callback` }
}

/** A port where connections get what the test does with them: bytes that are no HTTP, silence, the door. */
export async function startRawReceiver(t: Test, welcome: (socket: Socket) => void): Promise<{ url: string }> {
  const server = createRawServer((socket) => {
    socket.on('error', () => {})
    welcome(socket)
  })
  return { url: `http://127.0.0.1:${await listen(t, server)}/callback` }
}

/** A URL where nobody listens. */
export async function closedUrl(): Promise<string> {
  for (;;) {
    // Below the range from which the system gives to who asks for any: else that may be a part of what is tested.
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    const server = createRawServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => resolve(true))
    })
    if (!isFree) continue
    await new Promise((resolve) => server.close(resolve))
    return `http://127.0.0.1:${port}/callback`
  }
}

async function listen(t: Test, server: Server | RawServer): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return (server.address() as AddressInfo).port
}
