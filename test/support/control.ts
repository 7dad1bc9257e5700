import { type IncomingHttpHeaders, request } from 'node:http'
import { minimalPayment, type TestSandbox } from './sandbox.ts'

type Answer = {
  status: number
  headers: IncomingHttpHeaders
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into an answer as its caller would
  json: any
}
type Control = (
  method: string,
  path: string,
  options?: { body?: unknown; headers?: Record<string, string | null> },
) => Promise<Answer>

/** Calls the control API as curl would, with a Host of one's own where the test says so. `null` leaves a header out. */
export function controlOf({ url, credentials }: Pick<TestSandbox, 'url' | 'credentials'>): Control {
  return (method, path, { body, headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
      const all = {
        'x-marchand-key': credentials.merchantKey,
        ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        ...headers,
      }
      const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)
      const call = request(`${url}/__admin${path}`, { method, headers: Object.fromEntries(sent), agent: false })
      call.on('error', reject).on('response', (answer) => {
        let received = ''
        answer.setEncoding('utf8').on('data', (chunk) => {
          received += chunk
        })
        answer.on('end', () => {
          const isJson = answer.headers['content-type']?.includes('json') && received !== ''
          const json = isJson ? JSON.parse(received) : {}
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: received, json })
        })
      })
      call.end(text)
    })
}

/** A new payment of this sandbox's merchant: its id. */
export async function createPayment({ client }: Pick<TestSandbox, 'client'>, callbackUrl?: string): Promise<string> {
  const actions = callbackUrl === undefined ? {} : { actions: { callback_url: callbackUrl } }
  return (await client.requestPayment({ ...minimalPayment, ...actions })).transaction_id
}
