import { Agent, request } from 'undici'
import { buy, headers } from './payment.mjs'

const dispatcher = new Agent()
const call = (method) => async (url, body) =>
  (await request(url, { method, headers, dispatcher, body: JSON.stringify(body) })).body.json()
await buy({ post: call('POST'), get: call('GET') })
