import { setTimeout as wait } from 'node:timers/promises'
import { IntramError } from './intram-error.ts'
import type { Methods } from './methods.ts'
import type { components } from './schema.gen.ts'

type Confirmation = components['schemas']['Confirmation']

export type WaitOptions = {
  /** When to stop: by default once the status is final. */
  until?: ((confirmation: Confirmation) => boolean) | undefined
  /** How long to wait in all, in ms. 7 minutes by default: a provider that does not answer fails after 6. */
  timeoutMs?: number | undefined
  /** How long to wait between two looks, in ms. 2,000 by default. */
  intervalMs?: number | undefined
  signal?: AbortSignal | undefined
}

export type WaitForTransaction = (id: string, options?: WaitOptions) => Promise<Confirmation>

/** Looks at a transaction again and again until it is settled. A time-out is an `IntramError` that is uncertain. */
export function waitForTransaction(confirm: Methods['confirmTransaction'], baseUrl: string): WaitForTransaction {
  return async (id, { until = isFinal, timeoutMs = 420_000, intervalMs = 2_000, signal } = {}) => {
    const timeout = AbortSignal.timeout(timeoutMs)
    const either = signal ? AbortSignal.any([signal, timeout]) : timeout
    let status = 'unknown'
    try {
      for (;;) {
        const confirmation = await confirm(id, { signal: either })
        if (until(confirmation)) return confirmation
        status = confirmation.status
        await wait(intervalMs, undefined, { signal: either })
      }
    } catch (error) {
      if (!timeout.aborted || signal?.aborted) throw error
      const url = `${baseUrl}/transactions/confirm/${encodeURIComponent(id)}`
      throw new IntramError(`still ${status} after ${timeoutMs} ms`, { outcome: 'uncertain', method: 'GET', url })
    }
  }
}

function isFinal({ status }: Confirmation): boolean {
  return status !== 'PENDING'
}
