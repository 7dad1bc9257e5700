import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { connect, type Socket } from 'node:net'

type Target = { hostname: string; port: number }

/** A connection to a host, direct or through an HTTP proxy that is asked to CONNECT. */
export function openTunnel({ hostname, port }: Target, proxy: URL | undefined): Promise<Socket> {
  return new Promise((resolve, reject) => {
    if (!proxy) {
      const host = hostname.replace(/^\[|\]$/g, '')
      const socket = connect({ host, port, allowHalfOpen: true }, () => resolve(socket))
      socket.on('error', reject)
      return
    }
    const authority = `${hostname}:${port}`
    const call = requestTo(proxy, { method: 'CONNECT', path: authority, headers: { host: authority } })
    call.on('error', reject)
    call.on('connect', ({ statusCode = 0 }, socket: Socket, head) => {
      socket.on('error', reject)
      if (statusCode < 200 || statusCode > 299) {
        socket.destroy()
        return reject(new Error(`${proxy.host} answered ${statusCode}`))
      }
      if (head.length > 0) socket.unshift(head)
      resolve(socket)
    })
    call.end()
  })
}

type Call = { method: string; path: string; headers: Record<string, string | string[]> }

/** A request to a proxy, in the name of the user if the proxy's URL has one. */
export function requestTo(proxy: URL, { method, path, headers }: Call): ReturnType<typeof requestPlain> {
  if (!/^https?:$/.test(proxy.protocol))
    throw new Error(`${proxy.protocol} proxies are none that this can pass through`)
  const user = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`
  const authorization =
    proxy.username === '' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}` }
  const request = proxy.protocol === 'https:' ? requestSecure : requestPlain
  return request({
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    method,
    path,
    headers: { ...headers, ...authorization },
    agent: false,
  })
}
