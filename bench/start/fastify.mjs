import fastify from 'fastify'

const app = fastify()
app.post('/api/v1/payments/request', async () => ({ status: 'ok' }))
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
