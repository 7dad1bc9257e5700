import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { isIntramApiHost } from '../tls/names.ts'
import { forward } from './forward.ts'
import { openTunnel } from './open-tunnel.ts'
import type { UserProxies } from './user-proxies.ts'

type Options = { sandboxPort: number; proxyFor: UserProxies['proxyFor'] }

/** Where a call really goes. Intram's hosts lead to the sandbox, or nowhere: there is no other way for them. */
export type Route = { hostname: string; port: number; proxy: URL | undefined; isIntram: boolean }

/** A proxy on this machine that takes over calls to Intram's API, on any port, and passes on all others as they are. */
export async function startForwardProxy({ sandboxPort, proxyFor }: Options): Promise<{
  url: string
  close(): Promise<void>
}> {
  const sockets = new Set<Socket>()
  const track = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
  }
  const routeOf = ({ hostname, port, protocol }: URL): Route =>
    isIntramApiHost(hostname)
      ? { hostname: '127.0.0.1', port: sandboxPort, proxy: undefined, isIntram: true }
      : {
          hostname,
          port: Number(port) || (protocol === 'https:' ? 443 : 80),
          proxy: proxyFor({ protocol, hostname }),
          isIntram: false,
        }

  const server = createServer((request, response) => {
    const url = readUrl(request.url ?? '')
    if (!url) return response.writeHead(400, { 'content-type': 'text/plain' }).end(strangerMessage)
    forward(request, response, url, routeOf(url))
  })
  server.on('connection', track)
  server.on('connect', async (request, client: Socket, head: Buffer) => {
    const url = readUrl(`https://${request.url}`)
    if (!url) return client.end('HTTP/1.1 400 Bad Request\r\n\r\n')
    try {
      const target = await openTunnel(...tunnelOf(routeOf(url)))
      track(target)
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      target.write(head)
      join(client, target)
    } catch (error) {
      client.end(`HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n${error}\n`)
    }
  })
  await new Promise<void>((resolve, reject) => server.on('error', reject).listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

const strangerMessage = 'This is the proxy of `intram-sandbox exec`, for the command that it runs.\n'

function readUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url && /^https?:$/.test(url.protocol) ? url : undefined
}

function tunnelOf({ hostname, port, proxy }: Route): Parameters<typeof openTunnel> {
  return [{ hostname, port }, proxy]
}

/** Each hears what the other says, until both have ended or one is gone. */
function join(client: Socket, target: Socket): void {
  if (client.destroyed) return void target.destroy()
  client.pipe(target).pipe(client)
  client.on('close', () => target.destroy())
  target.on('close', () => client.destroy())
}
