import { setTimeout as wait } from 'node:timers/promises'
import { abortedByCaller, notSignal } from './caller-signal.ts'
import { IntramError } from './intram-error.ts'
import type { Methods } from './methods.ts'
import type { components } from './schema.gen.ts'
import { segmentOf } from './segment.ts'
import { longestMs, notWhole } from './whole-number.ts'

type Confirmation = components['schemas']['Confirmation']

export type WaitOptions = {
  /** When to stop: by default once the status is final. */
  until?: ((confirmation: Confirmation) => boolean) | undefined
  /** How long to wait in all, in ms. 7 minutes by default: a provider that does not answer fails after 6. */
  timeoutMs?: number | undefined
  /** How long to wait between two looks, in ms. 2,000 by default. */
  intervalMs?: number | undefined
  /** Gives up when it aborts, with an `IntramError` whose cause is the signal's reason. */
  signal?: AbortSignal | undefined
}

export type WaitForTransaction = (id: string, options?: WaitOptions) => Promise<Confirmation>

/**
 * Looks at a transaction again and again until it is settled, through network errors and 5xx too. A refusal ends it, and
 * so does the time-out, as an `IntramError` that is uncertain and whose cause is the last failure.
 */
export function waitForTransaction(confirm: Methods['confirmTransaction'], baseUrl: string): WaitForTransaction {
  return async (id, { until = isFinal, timeoutMs = 420_000, intervalMs = 2_000, signal } = {}) => {
    const [method, path] = ['GET', `${baseUrl}/transactions/confirm/`]
    const url = path + segmentOf(id, { name: 'transaction_id', method, url: `${path}{transaction_id}` })
    const numbers = {
      timeoutMs: [timeoutMs, { least: 1, most: longestMs }],
      intervalMs: [intervalMs, { least: 0, most: longestMs }],
    } as const
    const wrong = notSignal(signal) ?? notWhole(numbers)
    if (wrong) throw new IntramError(wrong, { outcome: 'unsent', method, url })
    const timeout = AbortSignal.timeout(timeoutMs)
    const either = signal ? AbortSignal.any([signal, timeout]) : timeout
    let seen = 'not seen'
    let hasAsked = false
    let cause: unknown
    // `either` alone does not keep `timeout` from being collected, after which it would never abort (nodejs/node#57736).
    while (!either.aborted && !timeout.aborted) {
      hasAsked = true
      try {
        const confirmation = await confirm(id, { signal: either })
        if (until(confirmation)) return confirmation
        seen = confirmation.status
      } catch (error) {
        if (!(error instanceof IntramError) || error.outcome === 'refused') throw error
        // What ends with the wait is no failure of the transaction's.
        if (!either.aborted) cause = error
      }
      await wait(intervalMs, undefined, { signal: either }).catch(() => {})
    }
    if (signal?.aborted) {
      const outcome = hasAsked ? 'uncertain' : 'unsent'
      throw new IntramError(abortedByCaller, { outcome, method, url, cause: signal.reason })
    }
    throw new IntramError(`still ${seen} after ${timeoutMs} ms`, { outcome: 'uncertain', method, url, cause })
  }
}

function isFinal({ status }: Confirmation): boolean {
  return status !== 'PENDING'
}
