import { createCaller } from './call.ts'
import { type ConfirmCallback, confirmCallback } from './confirm-callback.ts'
import { createMethods, type Methods } from './methods.ts'
import { operations } from './operations.gen.ts'
import { type Keys, readSettings, unusable } from './settings.ts'
import { createTransport, type Transport } from './transport.ts'
import { type WaitForTransaction, waitForTransaction } from './wait-for-transaction.ts'
import { longestMs, mostRetries, notWhole } from './whole-number.ts'

export type ClientOptions = {
  /** With `/api/v1`, a final slash or none. By default `INTRAM_BASE_URL`, else the real Intram. */
  baseUrl?: string | undefined
  /** By default `INTRAM_PUBLIC_KEY`, `INTRAM_PRIVATE_KEY`, `INTRAM_SECRET` and `INTRAM_MARCHAND_KEY`. */
  keys?: Partial<Keys> | undefined
  /** How long one attempt may take, in ms. 30,000 by default. */
  timeoutMs?: number | undefined
  /** How often a GET is tried again after a network error or a 5xx, 100 times at most. 2 by default. A POST never is. */
  retries?: number | undefined
  /** What sends the requests: by default undici with connections that stay open. */
  transport?: Transport | undefined
}

export type Client = Methods & {
  waitForTransaction: WaitForTransaction
  confirmCallback: ConfirmCallback
  /** Closes the connections, once the calls in flight have ended. */
  close(): Promise<void>
}

/**
 * A client of Intram's HTTP API. Each failure is an `IntramError`, which says whether a payment may exist; one that is
 * thrown here says which option or environment variable is missing or wrong.
 */
export function createClient(options: ClientOptions = {}): Client {
  const settings = readSettings(options, process.env)
  const { timeoutMs = 30_000, retries = 2, transport = createTransport() } = options
  const wrong = notWhole({
    timeoutMs: [timeoutMs, { least: 1, most: longestMs }],
    retries: [retries, { least: 0, most: mostRetries }],
  })
  if (wrong) throw unusable(wrong, settings.baseUrl)
  const methods = createMethods(operations, createCaller({ ...settings, transport, timeoutMs, retries }))
  return {
    ...methods,
    confirmCallback: confirmCallback(methods.confirmTransaction),
    waitForTransaction: waitForTransaction(methods.confirmTransaction, settings.baseUrl),
    close: () => transport.close(),
  }
}
