import fastify from 'fastify'
import { IntramError } from 'intram-sandbox/client'

/**
 * A small shop that takes payments by Intram, and believes nobody but Intram.
 *
 * @param {{ intram: import('intram-sandbox/client').Client, url: () => string }} options
 */
export function createShop({ intram, url }) {
  const app = fastify({ bodyLimit: 64 * 1024 })
  /** By transaction id. A database in a real shop, where `settle` is one UPDATE … WHERE status = 'open'. */
  const orders = new Map()

  app.post('/orders', async ({ body }) => {
    const amount = body?.amount ?? 1000
    const { transaction_id, receipt_url } = await intram.requestPayment({
      invoice: { currency: 'XOF', amount, description: 'Order' },
      store: { name: 'Careful Shop' },
      actions: { return_url: `${url()}/return`, cancel_url: `${url()}/return`, callback_url: `${url()}/callback` },
    })
    orders.set(transaction_id, { amount, status: 'open', settled: 0 })
    return { transaction_id, receipt_url }
  })

  // Whatever the callback says: only its id is used, and Intram is asked.
  app.post('/callback', async ({ body }, reply) => {
    try {
      const { transaction_id, status, total_amount } = await intram.confirmCallback(body)
      settle(transaction_id, status, total_amount)
      return { received: true }
    } catch (error) {
      if (!(error instanceof IntramError)) throw error
      // Not ours: no need to send it again. No verdict: do, later.
      return reply.code(error.isUncertain ? 503 : 400).send({ received: false })
    }
  })

  // A customer comes back: the query says nothing that counts.
  app.get('/return', async ({ query }, reply) => {
    const id = String(query.transaction_id ?? '')
    if (!orders.has(id)) return reply.code(404).send('No such order')
    const { status, total_amount } = await intram.confirmTransaction(id)
    settle(id, status, total_amount)
    return status === 'SUCCESS' ? 'Thank you, your order is paid.' : 'Your order is not paid yet.'
  })

  app.get('/orders/:id/paid', async ({ params }) => ({ paid: orders.get(params.id)?.settled ?? 0 }))

  function settle(id, status, amount) {
    const order = orders.get(id)
    if (order?.status !== 'open' || status === 'PENDING') return
    order.status = status
    if (status === 'SUCCESS' && amount === order.amount) order.settled += 1
  }

  return app
}
