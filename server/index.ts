import type { Client } from '../client/index.ts'
import { createClient } from '../client/index.ts'
import { silentLog } from './adapters/silent-log.ts'
import type { WantedFault } from './admin/faults.ts'
import type { Keys } from './api/keyring.ts'
import { startFlags } from './config.ts'
import type { Delivery } from './domain/delivery.ts'
import { type Explained, explain } from './domain/doctor/explain.ts'
import { readDuration } from './domain/duration.ts'
import type { FaultProfile } from './domain/fault-profiles.ts'
import type { Finding } from './domain/findings/finding.ts'
import type { JournalEntry } from './domain/journal-entry.ts'
import { readScenario } from './domain/scenario/read-scenario.ts'
import {
  type Canceled,
  type Failed,
  type FailureReason,
  readFailureReason,
  type Status,
  type Succeeded,
  type Transaction,
} from './domain/transaction.ts'
import { createExampleKeys } from './example-keys.ts'
import { defaults } from './flags.ts'
import { readGivenFaults } from './given-faults.ts'
import { readOptions } from './read-options.ts'
import type { JournalRequest } from './sandbox/journal.ts'
import { type PaymentDetails, readPaymentDetails } from './sandbox/payment-details.ts'
import { startServer } from './start-server.ts'
import { type WaitForCallbackOptions, waitForCallback } from './wait-for-callback.ts'

export type { Keys } from './api/keyring.ts'
export type { Attempt, Delivery } from './domain/delivery.ts'
export type { Explained, ExplainedAttempt } from './domain/doctor/explain.ts'
export type { Finding } from './domain/findings/finding.ts'
export type { JournalEntry } from './domain/journal-entry.ts'
export type { FailureReason, Transaction } from './domain/transaction.ts'
export type { JournalRequest } from './sandbox/journal.ts'
export type { PaymentDetails } from './sandbox/sandbox.ts'
export type { WaitForCallbackOptions } from './wait-for-callback.ts'

export type SandboxOptions = {
  /** 0, any free port, by default. */
  port?: number
  /** 127.0.0.1 by default. */
  host?: string
  publicUrl?: string
  trustProxy?: boolean
  /** The only keys to take; any four by default. */
  keys?: readonly Keys[]
  /** What the control API wants as `Authorization: Bearer …`; nothing by default. */
  adminToken?: string
  /** Further host names by which the control API may be called. */
  allowHost?: readonly string[]
  merchantHeader?: 'required' | 'optional'
  /** Glues the result to return and cancel URLs after a second `?`, as one plugin expects. */
  legacyRedirect?: boolean
  /** How callbacks are written: `json` by default, or `form`, which Django reads as `request.POST`. */
  callbackFormat?: 'json' | 'form'
  /** What each payment plays unless something more particular is said, such as `success@3s`. */
  settle?: string
  /** 100,000 by default. */
  maxTransactions?: number
  /** How long a customer has to pay, such as `30s`; `6m` by default. */
  expiry?: string
  /** When callbacks are tried again: `intram` by default, `fast`, `once`, or a list such as `0s,10s,1m`. */
  callbackSchedule?: string
  /** Calls another host instead, such as `localhost=host.docker.internal`. */
  callbackRewrite?: string
  /** The only hosts to call, such as `*.shop.test` or `10.0.0.0/8`. */
  callbackAllow?: readonly string[]
}

/** A sandbox in this process. `await using sandbox = await startSandbox()` closes it by itself. */
export type RunningSandbox = AsyncDisposable & {
  /** `http://localhost:54321` */
  url: string
  /** With /api/v1, as `INTRAM_BASE_URL` wants it. */
  baseUrl: string
  /** Keys that it takes: a merchant, and so a world, of its own. */
  credentials: Keys
  /** A client with these keys. */
  client: Client
  /** Plays the customer who pays: with MTN 61000000 when nothing else is said. */
  pay(idOrReference: string, how?: PaymentDetails): Promise<Succeeded>
  /** Plays the provider that declines, for a reason that the customer reads or for none. */
  fail(idOrReference: string, reason?: FailureReason): Promise<Failed>
  /** Plays the customer who gives up. */
  cancel(idOrReference: string): Promise<Canceled>
  /** What each payment of its merchant plays from now on unless it says otherwise; null for nothing in particular. */
  setScenario(scenario: string | null): void
  /**
   * Has the calls of its merchant fail from now on: by a profile (`flaky`, `slow-api`, `offline`) or by a list such as
   * `[{ operation: 'requestPayment', status: 500, when: 'after', count: 1 }]`. The same seed has the same calls fail.
   */
  setFaults(faults: FaultProfile | WantedFault[], seed?: number): void
  clearFaults(): void
  /** The calls that its merchant's code has made, newest first, without any key. */
  requests(filter?: { operation?: 'requestPayment' | 'confirmTransaction'; transactionId?: string }): JournalRequest[]
  /** What has happened to a transaction, oldest first: calls, visits to the payment page, its end, callbacks. */
  timeline(idOrReference: string): Promise<JournalEntry[]>
  /** What its merchant's code does wrong or risks, the worst first, as far as the journal shows. */
  findings(): Promise<Finding[]>
  /** The transactions of its merchant, newest first. */
  transactions(filter?: { status?: Status }): Promise<Transaction[]>
  /** What the merchant's server was told or is about to be told, newest first, with what came of each attempt. */
  callbacks(filter?: { transactionId?: string; state?: Delivery['state'] }): Promise<Explained[]>
  /**
   * Resolves with a callback of this transaction once it has been attempted, whether the merchant's server acknowledged
   * it or not: `state` and `attempts` say, with a diagnosis of each that failed. Rejects after `timeoutMs` (5,000 by default) with the reason why none was.
   */
  waitForCallback(idOrReference: string, options?: WaitForCallbackOptions): Promise<Explained>
  /** Attempts a callback again, now: the same delivery, one attempt more. Does not wait for what comes of it. */
  replay(deliveryId: string): Promise<Explained>
  /** The time of its merchant: the real one, ahead by what `advance` has added. */
  now(): Date
  /**
   * Lets time pass for its merchant, as in `advance('5m')`. What becomes due happens in its order, and has ended when
   * this resolves: transactions have expired, and callbacks were attempted (again).
   */
  advance(duration: string): Promise<void>
  /** Forgets the transactions and callbacks of its merchant; the time is the real one again. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** More than any store keeps. */
const everything = { limit: 10_000_000 }

/** Starts the fake Intram for tests and tools. Throws when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const { keys: merchants, ...given } = options
  const { sandbox, origin, exampleKeys, insideContainer, close } = await startServer({
    ...defaults(startFlags),
    port: 0,
    ...readOptions(given),
    merchants,
    log: silentLog,
    logsRequests: false,
  })
  const credentials = merchants?.[0] ?? exampleKeys ?? createExampleKeys()
  const baseUrl = `${origin}/api/v1`
  const client = createClient({ baseUrl, keys: credentials })
  const world = credentials.merchantKey
  const closed = new AbortController()
  const waitFor = waitForCallback(sandbox, world, closed.signal)
  const explained = (delivery: Delivery) => explain(delivery, insideContainer)
  let closing: Promise<unknown> | undefined
  const closeAll = async () => {
    closed.abort()
    closing ??= Promise.all([client.close(), close()])
    await closing
  }
  return {
    url: origin,
    baseUrl,
    credentials,
    client,
    pay: async (id, how = {}) => sandbox.pay(world, id, readPaymentDetails(how)),
    fail: async (id, reason) => sandbox.fail(world, id, reason === undefined ? undefined : readFailureReason(reason)),
    cancel: (id) => sandbox.cancel(world, id),
    setScenario: (scenario) => sandbox.scenarios.set(world, scenario === null ? null : readScenario(String(scenario))),
    requests: ({ operation, transactionId: transaction } = {}) =>
      sandbox.journal.requests(world, { ...everything, operation, transaction }).items,
    findings: () => sandbox.findings(world),
    timeline: async (id) => sandbox.timeline(world, (await sandbox.find(world, id)).id),
    setFaults: (faults, seed) => sandbox.faults.set(world, readGivenFaults(faults, seed), seed),
    clearFaults: () => sandbox.faults.clear(world),
    transactions: async ({ status } = {}) => (await sandbox.list(world, { ...everything, status })).items,
    callbacks: async ({ transactionId: transaction, state } = {}) =>
      (await sandbox.deliveries(world, { ...everything, transaction, state })).items.map(explained),
    waitForCallback: async (id, options) => explained(await waitFor(id, options)),
    replay: async (deliveryId) => explained(await sandbox.replay(world, deliveryId)),
    now: () => sandbox.now(world),
    advance: async (duration) => sandbox.advance(world, readDuration(String(duration))),
    reset: () => sandbox.reset(world),
    close: closeAll,
    [Symbol.asyncDispose]: closeAll,
  }
}
