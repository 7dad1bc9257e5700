import { type IncomingMessage, request as requestPlain, type ServerResponse } from 'node:http'
import { request as requestSecure } from 'node:https'
import { connect } from 'node:tls'
import type { Route } from './forward-proxy.ts'
import { openTunnel, requestTo } from './open-tunnel.ts'

/** Passes on a request that names its whole URL. Some clients ask like that even for https, which a tunnel is for. */
export async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  route: Route,
): Promise<void> {
  response.sendDate = false
  try {
    const call = await callFor(request, url, route)
    const refuse = (error: Error) => {
      if (response.headersSent) response.destroy()
      else response.writeHead(502, { 'content-type': 'text/plain' }).end(`${error}\n`)
    }
    call.on('error', refuse)
    call.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, endToEnd(answer))
      answer.on('error', refuse).pipe(response)
    })
    response.on('close', () => call.destroy())
    request.pipe(call)
  } catch (error) {
    response.writeHead(502, { 'content-type': 'text/plain' }).end(`${error}\n`)
  }
}

async function callFor(request: IncomingMessage, url: URL, { hostname, port, proxy, isIntram }: Route) {
  const method = request.method ?? 'GET'
  const headers = headersOf(request)
  const path = `${url.pathname}${url.search}`
  if (url.protocol === 'https:' && !isIntram) {
    const tunnel = await openTunnel({ hostname, port }, proxy)
    const secured = connect({ socket: tunnel, servername: hostname, ALPNProtocols: ['http/1.1'] })
    return requestSecure({ method, path, headers, createConnection: () => secured })
  }
  if (proxy) return requestTo(proxy, { method, path: url.href, headers })
  return requestPlain({ host: hostname.replace(/^\[|\]$/g, ''), port, method, path, headers, agent: false })
}

/** What is said to the next on the way only (RFC 9110, 7.6.1). How the body is framed stays. */
const hopByHop = ['connection', 'proxy-connection', 'keep-alive', 'proxy-authorization', 'te', 'upgrade', 'expect']

function headersOf(message: IncomingMessage): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of pairs(message)) {
    const earlier = headers[name]
    headers[name] = earlier === undefined ? value : [earlier, value].flat()
  }
  return headers
}

function endToEnd(message: IncomingMessage): string[] {
  return pairs(message).flat()
}

function pairs({ rawHeaders, headers }: IncomingMessage): [string, string][] {
  const named = headers.connection?.toLowerCase().split(/[\s,]+/) ?? []
  const left = new Set([...hopByHop, ...named])
  return rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 1 || left.has(name.toLowerCase()) ? [] : [[name, rawHeaders[index + 1] ?? '']],
  )
}
