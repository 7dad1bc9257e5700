import fastify from 'fastify'

/**
 * The same shop as one often sees it. Do not copy it: it believes whatever anybody sends.
 *
 * @param {{ intram: import('intram-sandbox/client').Client, url: () => string }} options
 */
export function createShop({ intram, url }) {
  // Mistakes: a body of any size is taken into memory, and read as if nobody ever sent anything but JSON, as plugins do
  // that decode php://input.
  const app = fastify({ bodyLimit: Number.MAX_SAFE_INTEGER })
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request, body) => JSON.parse(body))
  const orders = new Map()

  app.post('/orders', async ({ body }) => {
    const amount = body?.amount ?? 1000
    const { transaction_id, receipt_url } = await intram.requestPayment({
      invoice: { currency: 'XOF', amount, description: 'Order' },
      store: { name: 'Naive Shop' },
      actions: { return_url: `${url()}/return`, cancel_url: `${url()}/return`, callback_url: `${url()}/callback` },
    })
    return { transaction_id, receipt_url }
  })

  // Mistakes: the status of the callback is believed, the amount is nobody's business, and each one delivers again.
  const believe = ({ transaction_id: id, status }) => {
    if (status.toUpperCase() === 'SUCCESS') orders.set(id, (orders.get(id) ?? 0) + 1)
    if (status.toUpperCase() === 'FAIL') orders.delete(id)
  }

  app.post('/callback', async ({ body }) => {
    believe(body)
    return 'OK'
  })
  app.get('/callback', async ({ query }) => {
    believe(query)
    return 'OK'
  })
  app.get('/return', async ({ query }) => {
    believe({ ...query, status: query.STATUS ?? 'FAIL' })
    return 'Thank you!'
  })

  app.get('/orders/:id/paid', async ({ params }) => ({ paid: orders.get(params.id) ?? 0 }))

  return app
}
