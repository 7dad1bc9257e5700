import { setTimeout as wait } from 'node:timers/promises'
import { type Client, createClient } from 'intram-sandbox/client'
import { startReceiver } from './receiver.ts'

/** What a shop does with a callback before it acknowledges. What it throws is a 400. */
export type Handler = (told: { transaction_id: string; status: string }, shop: Till) => unknown

type Till = {
  intram: Client
  isPaid(id: string): boolean
  pay(id: string): void
  /** Goes on after the acknowledgement, as a queue does. */
  later(work: () => unknown): void
  moment(): Promise<void>
}

type Options = {
  says?: 'how often' | 'whether'
  reads?: 'json' | 'form'
  /** Of each order, what is not as usual. */
  invoice?: object
  actions?: object
  started?: (id: string, baseUrl: string) => unknown
}

const momentMs = 60

/** Looks like no key. */
export const shopSecret = 'secret-of-the-shop'
const keys = { publicKey: 'public', privateKey: 'private', secretKey: shopSecret, merchantKey: 'small-shop' }
export const shopHeaders = {
  ...{ 'x-api-key': keys.publicKey, 'x-private-key': keys.privateKey },
  ...{ 'x-secret-key': keys.secretKey, 'x-marchand-key': keys.merchantKey },
}

/** A shop that is nothing but its way with callbacks. */
export async function startSmallShop(t: Parameters<typeof startReceiver>[0], handler: Handler, options: Options = {}) {
  const { says = 'how often', reads, invoice, actions, started } = options
  const paid = new Map<string, number>()
  const till: Till = {
    intram: new Proxy({} as Client, { get: (_, name) => Reflect.get(client ?? {}, name) }),
    isPaid: (id) => paid.has(id),
    pay: (id) => paid.set(id, (paid.get(id) ?? 0) + 1),
    later: (work) =>
      void till
        .moment()
        .then(work)
        .catch(() => {}),
    moment: () => wait(momentMs),
  }
  let client: Client | undefined
  let baseUrl = ''

  const shop = await startReceiver(t, async ({ url: path = '', method }, response) => {
    const { body = '' } = shop.received.at(-1) ?? {}
    const answer = (status: number, text = '') => response.writeHead(status).end(text)
    const times = paid.get(path.slice('/paid/'.length)) ?? 0
    if (path.startsWith('/paid/')) return answer(200, says === 'whether' ? `${times > 0}` : `${times}`)
    if (path === '/orders') {
      const { transaction_id } = await till.intram.requestPayment({
        invoice: { currency: 'XOF', amount: 1000, ...invoice },
        store: { name: 'Small Shop' },
        actions: { callback_url: shop.url, ...actions },
      })
      await started?.(transaction_id, baseUrl)
      return answer(200)
    }
    if (path !== '/callback' || method !== 'POST') return answer(404)
    try {
      await handler(reads === 'form' ? Object.fromEntries(new URLSearchParams(body)) : JSON.parse(body), till)
      answer(200)
    } catch (error) {
      answer(400, `${error}`)
    }
  })

  return {
    url: new URL(shop.url).origin,
    believes: `${new URL(shop.url).origin}/paid/{transaction_id}`,
    use(url: string) {
      baseUrl = url
      client = createClient({ baseUrl, keys })
      t.teardown(async () => client?.close())
    },
  }
}
