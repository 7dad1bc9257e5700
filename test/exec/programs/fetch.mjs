import { buy, headers } from './payment.mjs'

const call = (init) => async (url, body) => (await fetch(url, { ...init, headers, body: JSON.stringify(body) })).json()
await buy({ post: call({ method: 'POST' }), get: call() })
