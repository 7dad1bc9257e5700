import { type Client, createClient } from 'intram-sandbox/client'
import { startReceiver } from './receiver.ts'

type Asked = {
  path: string
  /** Whether it is about a payment that was the last when the shop could not read a callback. */
  isPoisoned: boolean
  /** Whether it is about a payment of the shop. */
  isKnown: boolean
  /** How many payments the shop has started. */
  payments: number
}

/** The status with which a broken shop answers; undefined where it is well. */
export type Broken = (asked: Asked) => number | undefined

/** A careful shop, which each callback that is no JSON breaks. */
export async function startFragileShop(t: Parameters<typeof startReceiver>[0], broken: Broken, isBroken = false) {
  const ids: string[] = []
  const poisoned = new Set<string>()
  const paid = new Set<string>()
  let intram: Client | undefined
  const shop = await startReceiver(t, async ({ url: path = '' }, response) => {
    const id = path.split('/').at(-1) ?? ''
    const status =
      isBroken && broken({ path, isPoisoned: poisoned.has(id), isKnown: ids.includes(id), payments: ids.length })
    if (status) return response.writeHead(status).end('Oops')
    if (path.startsWith('/paid')) return response.end(String(paid.has(id)))
    if (path === '/orders') {
      const { transaction_id } = await (intram as Client).requestPayment({
        invoice: { currency: 'XOF', amount: 1000 },
        store: { name: 'Fragile Shop' },
        actions: { callback_url: shop.url },
      })
      ids.push(transaction_id)
      return response.end()
    }
    if (path !== '/callback') return response.writeHead(404).end()
    try {
      const { transaction_id } = JSON.parse(shop.received.at(-1)?.body ?? '')
      const confirmed = await (intram as Client).confirmTransaction(transaction_id)
      if (confirmed.status === 'SUCCESS') paid.add(transaction_id)
      response.end()
    } catch (error) {
      if (error instanceof SyntaxError) {
        isBroken = true
        poisoned.add(ids.at(-1) ?? '')
      }
      response.writeHead(400).end()
    }
  })
  return {
    url: new URL(shop.url).origin,
    received: shop.received,
    use(baseUrl: string) {
      const keys = { publicKey: 'public', privateKey: 'private', secretKey: 'secret', merchantKey: 'fragile-shop' }
      intram = createClient({ baseUrl, keys })
      t.teardown(async () => intram?.close())
    },
  }
}
