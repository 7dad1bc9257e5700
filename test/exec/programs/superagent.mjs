import superagent from 'superagent'
import { buy, headers } from './payment.mjs'

await buy({
  post: async (url, body) => (await superagent.post(url).set(headers).send(body)).body,
  get: async (url) => (await superagent.get(url).set(headers)).body,
})
