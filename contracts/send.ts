import type { Keys, Transport } from '../client/index.ts'

export type RawRequest = {
  method: 'GET' | 'POST'
  /** What comes after the base URL, as it is. */
  path: string
  /** Instead of the target's own keys; an empty one leaves its header out. */
  keys?: Partial<Keys>
  headers?: Record<string, string>
  body?: unknown
}
export type RawAnswer = { status: number; headers: Record<string, string | string[] | undefined>; json: unknown }

/** Sends any request, and takes any answer: for what a client of the API does not let one do. */
export type Send = (request: RawRequest) => Promise<RawAnswer>

/** The header of each key. */
export const keyHeaders = {
  publicKey: 'X-API-KEY',
  privateKey: 'X-PRIVATE-KEY',
  secretKey: 'X-SECRET-KEY',
  merchantKey: 'X-MARCHAND-KEY',
} as const satisfies Record<keyof Keys, string>

export const noKeys: Keys = { publicKey: '', privateKey: '', secretKey: '', merchantKey: '' }

type Options = { baseUrl: string; keys: Keys; transport: Transport; timeoutMs: number }

export function createSend({ baseUrl, keys: ownKeys, transport, timeoutMs }: Options): Send {
  return async ({ method, path, keys, headers, body }) => {
    const sent = Object.entries({ ...ownKeys, ...keys }).filter(([, key]) => key !== '')
    const answer = await transport.send({
      method,
      url: baseUrl + path,
      headers: {
        'content-type': 'application/json',
        ...Object.fromEntries(sent.map(([name, key]) => [keyHeaders[name as keyof Keys].toLowerCase(), key])),
        ...headers,
      },
      body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { status: answer.status, headers: answer.headers, json: parseJson(answer.text) }
  }
}

/** The JSON in a text, or `undefined` when it holds none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
