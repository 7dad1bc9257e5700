import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
// As a shop has it: the errors that it compares with are those of the package, not those of the sources.
import { type Client, createClient } from 'intram-sandbox/client'

type Test = { teardown: (close: () => Promise<void>) => void }
type CreateShop = (options: { intram: Client; url: () => string }) => FastifyInstance

/** An example of examples/, on a free port. Where its Intram is may be said later, once that is known. */
export async function startShop(t: Test, kind: 'careful' | 'naive') {
  const { createShop } = (await import(`../../examples/${kind}-shop/shop.mjs`)) as { createShop: CreateShop }
  let url = ''
  let client: Client | undefined
  const intram = new Proxy({} as Client, { get: (_, name) => Reflect.get(client ?? {}, name) })
  const shop = createShop({ intram, url: () => url })
  await shop.listen({ port: 0, host: '127.0.0.1' })
  t.teardown(async () => {
    await shop.close()
  })
  url = `http://127.0.0.1:${(shop.server.address() as AddressInfo).port}`
  return {
    url,
    use(baseUrl: string) {
      const keys = { publicKey: 'public', privateKey: 'private', secretKey: 'secret', merchantKey: `${kind}-shop` }
      client = createClient({ baseUrl, keys })
      t.teardown(async () => client?.close())
    },
  }
}
