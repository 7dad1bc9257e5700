import axios from 'axios'
import { buy, headers } from './payment.mjs'

await buy({
  post: async (url, body) => (await axios.post(url, body, { headers })).data,
  get: async (url) => (await axios.get(url, { headers })).data,
})
