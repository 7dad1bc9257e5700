import { setTimeout as wait } from 'node:timers/promises'
import { bareError } from './bare-error.ts'
import { abortedByCaller, notSignal } from './caller-signal.ts'
import { IntramError, type Outcome } from './intram-error.ts'
import { hider, judge } from './judge.ts'
import { messageOf, whyUnsent } from './message-of.ts'
import type { Settings } from './settings.ts'
import { type IncomingAnswer, isUnsent, type OutgoingRequest, type Transport } from './transport.ts'
import { longestMs, notWhole } from './whole-number.ts'

export type CallOptions = {
  /** Gives up when it aborts, with an `IntramError` whose cause is the signal's reason. */
  signal?: AbortSignal | undefined
  /** How long one attempt may take, in ms. 30,000 by default. */
  timeoutMs?: number | undefined
}

export type Caller = (request: Request, options?: CallOptions) => Promise<unknown>
type Request = { method: string; path: string; query?: string; body?: unknown; required: readonly string[] }

type Options = Settings & { transport: Transport; timeoutMs: number; retries: number }

type Outgoing = Pick<OutgoingRequest, 'method' | 'url' | 'body'>
type Attempt = { signal: AbortSignal | undefined; timeoutMs: number; failed: Failed }
type Failed = (outcome: Outcome, message: string, cause?: unknown) => IntramError

const firstBackoffMs = 200
const longestBackoffMs = 5_000

/**
 * Sends one call and judges the answer. A GET is tried again after a network error or a 5xx, with backoff and jitter;
 * a POST never is, since it could charge the customer twice.
 */
export function createCaller({ baseUrl, keys, transport, timeoutMs: defaultTimeoutMs, retries }: Options): Caller {
  const hide = hider(keys)
  const headers = {
    'x-api-key': keys.publicKey,
    'x-private-key': keys.privateKey,
    'x-secret-key': keys.secretKey,
    'x-marchand-key': keys.merchantKey,
    'content-type': 'application/json',
    accept: 'application/json',
  }

  async function attempt(outgoing: Outgoing, { signal: caller, timeoutMs, failed }: Attempt): Promise<IncomingAnswer> {
    const timeout = AbortSignal.timeout(timeoutMs)
    const signal = caller ? AbortSignal.any([caller, timeout]) : timeout
    try {
      return await transport.send({ ...outgoing, headers, signal })
    } catch (thrown) {
      const bare = bareError(thrown, hide)
      if (isUnsent(thrown)) throw failed('unsent', whyUnsent(bare), bare)
      if (caller?.aborted) throw failed('uncertain', abortedByCaller, caller.reason)
      // That `timeout` is looked at here keeps it from being collected before its time (nodejs/node#57736).
      throw failed('uncertain', timeout.aborted ? `no answer within ${timeoutMs} ms` : messageOf(bare), bare)
    }
  }

  return async ({ method, path, query = '', body, required }, { signal, timeoutMs = defaultTimeoutMs } = {}) => {
    const url = `${baseUrl}${path}${query}`
    const failed: Failed = (outcome, message, cause) =>
      new IntramError(hide(message), { outcome, method, url: hide(url), cause })
    const wrong = notSignal(signal) ?? notWhole({ timeoutMs: [timeoutMs, { least: 1, most: longestMs }] })
    if (wrong) throw failed('unsent', wrong)
    const outgoing = { method, url, body: write(body, failed) }
    let known: Outcome = 'unsent'
    for (let failures = 0; ; failures += 1) {
      if (signal?.aborted) throw failed(known, abortedByCaller, signal.reason)
      try {
        return judge(await attempt(outgoing, { signal, timeoutMs, failed }), { method, url, keys, required })
      } catch (error) {
        const isLast = failures >= retries || method !== 'GET' || signal?.aborted === true
        if (isLast || !(error instanceof IntramError) || error.outcome === 'refused') throw error
        if (error.isUncertain) known = 'uncertain'
      }
      const longest = Math.min(firstBackoffMs * 2 ** failures, longestBackoffMs)
      // An abort ends the wait, and is told above.
      await wait(longest * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => {})
    }
  }
}

/** Before anything is sent: a BigInt or a circle is the caller's mistake. */
function write(body: unknown, failed: Failed): string | undefined {
  try {
    return JSON.stringify(body)
  } catch (cause) {
    const [why] = messageOf(cause).split('\n')
    throw failed('unsent', `the body cannot be written as JSON: ${why}`, cause)
  }
}
