import { setTimeout as wait } from 'node:timers/promises'
import { IntramError } from './intram-error.ts'
import { hider, judge } from './judge.ts'
import type { Settings } from './settings.ts'
import { type IncomingAnswer, isUnsent, type Transport } from './transport.ts'

export type CallOptions = {
  /** Gives up when it aborts. */
  signal?: AbortSignal | undefined
  /** How long one attempt may take, in ms. 30,000 by default. */
  timeoutMs?: number | undefined
}

export type Caller = (request: Request, options?: CallOptions) => Promise<unknown>
type Request = { method: string; path: string; query?: string; body?: unknown }

type Options = Settings & { transport: Transport; timeoutMs: number; retries: number }

const firstBackoffMs = 200
const longestBackoffMs = 5_000

/**
 * Sends one call and judges the answer. A GET is tried again after a network error or a 5xx, with backoff and jitter;
 * a POST never is, since it could charge the customer twice.
 */
export function createCaller({ baseUrl, keys, transport, timeoutMs, retries }: Options): Caller {
  const headers = {
    'x-api-key': keys.publicKey,
    'x-private-key': keys.privateKey,
    'x-secret-key': keys.secretKey,
    'x-marchand-key': keys.merchantKey,
    'content-type': 'application/json',
    accept: 'application/json',
  }

  async function attempt({ method, path, query = '', body }: Request, options: CallOptions): Promise<unknown> {
    const url = `${baseUrl}${path}${query}`
    options.signal?.throwIfAborted()
    const timeout = AbortSignal.timeout(options.timeoutMs ?? timeoutMs)
    const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout
    let answer: IncomingAnswer
    try {
      answer = await transport.send({
        method,
        url,
        headers,
        body: body === undefined ? body : JSON.stringify(body),
        signal,
      })
    } catch (cause) {
      // That `timeout` is looked at here keeps it from being collected before its time (nodejs/node#57736).
      const message = timeout.aborted ? `no answer within ${options.timeoutMs ?? timeoutMs} ms` : messageOf(cause)
      const outcome = isUnsent(cause) ? 'unsent' : 'uncertain'
      throw new IntramError(message, { outcome, method, url: hider(keys)(url), cause })
    }
    return judge(answer, { method, url, keys })
  }

  return async (request, options = {}) => {
    for (let failures = 0; ; failures += 1) {
      try {
        return await attempt(request, options)
      } catch (error) {
        const isLast = failures >= retries || request.method !== 'GET' || options.signal?.aborted === true
        if (isLast || !(error instanceof IntramError) || error.outcome === 'refused') throw error
      }
      const longest = Math.min(firstBackoffMs * 2 ** failures, longestBackoffMs)
      await wait(longest * (0.5 + Math.random() / 2), undefined, { signal: options.signal })
    }
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && error.code ? `${error.message || 'failed'} (${String(error.code)})` : error.message
}
