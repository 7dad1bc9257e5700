import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { startForwardProxy } from '../../server/takeover/forward-proxy.ts'
import { ask, startUserProxy, tunnel } from '../support/proxies.ts'

type Test = Parameters<typeof startUserProxy>[0]

async function startTarget(t: Test, answer: RequestListener): Promise<number> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return (server.address() as AddressInfo).port
}

/** The proxy, with something in the place of the sandbox and something else as the rest of the world. */
async function start(t: Test, userProxy?: URL) {
  const sandboxPort = await startTarget(t, ({ url, headers }, response) =>
    response.end(`sandbox ${headers.host}${url}`),
  )
  const worldPort = await startTarget(t, async (request, response) => {
    const body = (await request.setEncoding('utf8').toArray()).join('')
    const { method, url, headers } = request
    response.writeHead(201, { 'x-own': 'kept', 'set-cookie': ['a=1', 'b=2'] })
    response.end(JSON.stringify({ method, url, headers, body }))
  })
  const proxy = await startForwardProxy({ sandboxPort, proxyFor: () => userProxy })
  t.teardown(() => proxy.close())
  return { proxy: proxy.url, world: `127.0.0.1:${worldPort}`, worldPort, close: proxy.close }
}

const get = 'GET /path HTTP/1.1\r\nHost: any\r\nConnection: close\r\n\r\n'

for (const host of [
  'webservices.intram.org',
  'WEBSERVICES.intram.ORG',
  'webservices.intram.org.',
  'webservices.intram.cf',
]) {
  for (const port of [4002, 443, 80]) {
    t.test(`a tunnel to ${host}:${port} ends in the sandbox, whatever the user’s proxy`, async (t) => {
      const user = await startUserProxy(t, 1)
      const { proxy } = await start(t, user.url)
      t.match(await tunnel(proxy, `${host}:${port}`, get), { status: 200, text: /sandbox any\/path/ })
      t.strictSame(user.asked, [])
    })
  }
  for (const scheme of ['http', 'https']) {
    t.test(`a request for ${scheme}://${host} is answered by the sandbox`, async (t) => {
      const { proxy } = await start(t)
      const { status, text } = await ask(proxy, `${scheme}://${host}:4002/api?a=1`)
      t.equal(status, 200)
      t.match(text, /^sandbox webservices\.intram\.\w+\.?:4002\/api\?a=1$/i)
    })
  }
}

t.test('all else is tunnelled untouched', async (t) => {
  const { proxy, world } = await start(t)
  t.match(await tunnel(proxy, world, get), { status: 200, text: /^HTTP\/1\.1 201[\s\S]*"url":"\/path"/ })
})

t.test('a plain request is passed on whole, without what was meant for the proxy', async (t) => {
  const { proxy, world } = await start(t)
  const headers = { 'x-own': 'sent', 'proxy-connection': 'keep-alive', connection: 'close, x-hop', 'x-hop': '1' }
  const answer = await ask(proxy, `http://${world}/path?a=1`, { method: 'POST', body: 'body', headers })
  t.match(answer, { status: 201, headers: { 'x-own': 'kept', 'set-cookie': ['a=1', 'b=2'] } })
  const seen = JSON.parse(answer.text)
  t.match(seen, { method: 'POST', url: '/path?a=1', body: 'body', headers: { host: world, 'x-own': 'sent' } })
  t.notMatch(seen.headers, { 'x-hop': '1' })
  t.notOk('proxy-connection' in seen.headers)
})

t.test('all else goes through the user’s own proxy, in the user’s name', async (t) => {
  const target = await startTarget(t, (_, response) => response.end('reached'))
  const user = await startUserProxy(t, target)
  const { proxy } = await start(t, user.url)
  t.match(await tunnel(proxy, 'shop.test:443', get), { status: 200, text: /reached/ })
  t.match(await ask(proxy, 'http://shop.test/path'), { status: 200, text: 'from the proxy' })
  const name = `Basic ${Buffer.from('user:p@ss').toString('base64')}`
  t.strictSame(user.asked, [`CONNECT shop.test:443 ${name}`, `GET http://shop.test/path ${name}`])
})

for (const [what, authority, proxy] of [
  ['a host that cannot be reached', '127.0.0.1:1', undefined],
  ['a host that the user’s proxy forbids', 'forbidden.test:443', 'user'],
  ['a proxy that is not there', 'shop.test:443', 'http://127.0.0.1:1'],
  ['a proxy that speaks something else', 'shop.test:443', 'socks5://127.0.0.1:1080'],
] as const) {
  t.test(`${what} is a 502`, async (t) => {
    const own = proxy === 'user' ? (await startUserProxy(t, 1)).url : proxy && new URL(proxy)
    const { proxy: ours } = await start(t, own || undefined)
    t.match(await tunnel(ours, authority, get), { status: 502 })
    if (proxy !== 'user') t.match(await ask(ours, `http://${authority}/`), { status: 502 })
    t.match(await ask(ours, `https://${authority}/`), { status: 502, text: /Error/ })
  })
}

for (const path of ['/', '/api/v1/payments/request', 'ftp://shop.test/']) {
  t.test(`it is no web server: ${path} is a 400`, async (t) => {
    const { proxy } = await start(t)
    const answer = path.startsWith('/') ? await fetch(`${proxy}${path}`) : await ask(proxy, path)
    t.equal(answer.status, 400)
  })
}

t.test('it listens on this machine only, and ends at once with open tunnels', async (t) => {
  const { proxy, world, close } = await start(t)
  t.match(proxy, /^http:\/\/127\.0\.0\.1:\d+$/)
  const open = tunnel(proxy, world, 'GET')
  await ask(proxy, `http://${world}/`)
  await close()
  await t.resolves(open.catch(() => {}))
})
