import { createClient } from 'intram-sandbox/client'
import { createShop } from './shop.mjs'

const port = Number(process.env.PORT ?? 3000)
const url = `http://localhost:${port}`
const shop = createShop({ intram: createClient(), url: () => url })
await shop.listen({ port, host: '127.0.0.1' })
console.log(url)
