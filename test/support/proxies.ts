import { createServer, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

type Test = { teardown: (close: () => Promise<void>) => void }

/** A user's own proxy: notes what it was asked, and leads all of it to one port of this machine. */
export async function startUserProxy(t: Test, port: number): Promise<{ url: URL; asked: string[] }> {
  const asked: string[] = []
  const note = ({ method, url, headers }: IncomingMessage) =>
    asked.push([method, url, headers['proxy-authorization']].filter(Boolean).join(' '))
  const sockets = new Set<Socket>()
  const server = createServer((message, response) => {
    note(message)
    response.end('from the proxy')
  })
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {})))
  server.on('connect', (message, client: Socket) => {
    note(message)
    if (message.url?.startsWith('forbidden')) return client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const target = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'))
    sockets.add(target.on('error', () => {}))
    client.pipe(target).pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return { url: new URL(`http://user:p%40ss@127.0.0.1:${(server.address() as AddressInfo).port}`), asked }
}

/** Asks a proxy for a tunnel: its status, and what came through after these bytes. */
export function tunnel(proxy: string, authority: string, bytes: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(proxy, { method: 'CONNECT', path: authority, agent: false })
    call.on('error', reject).on('connect', async ({ statusCode = 0 }, socket, head: Buffer) => {
      if (statusCode === 200) socket.write(bytes)
      const rest = await socket.setEncoding('utf8').toArray()
      resolve({ status: statusCode, text: [String(head), ...rest].join('') })
    })
    call.end()
  })
}

type Sent = { method?: string; body?: string; headers?: Record<string, string> }
type Answer = { status: number; headers: IncomingMessage['headers']; text: string }

/** Asks a proxy for a whole URL, as is done for plain HTTP. */
export function ask(proxy: string, url: string, { method = 'GET', body, headers = {} }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(proxy, { method, path: url, agent: false, headers: { host: new URL(url).host, ...headers } })
    call.on('error', reject).on('response', async (answer) => {
      const text = (await answer.setEncoding('utf8').toArray()).join('')
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text })
    })
    call.end(body)
  })
}
