import type { Methods } from '../client/methods.ts'
import type { Send } from './send.ts'

/** Where a statement about the API can be known from: the values of `x-source` in openapi.yaml. */
export const sources = [
  'http-doc',
  'http-doc-2026',
  'node-sdk',
  'php-sdk',
  'django-sdk',
  'woocommerce',
  'flutter-doc',
  'merchant-doc',
  'recorded',
  'assumed',
] as const
export type Source = (typeof sources)[number]

/** Something that the API does: kept by the fake, and asked of the real sandbox. `check` throws when it is broken. */
export type ApiPromise = { promise: string; source: Source } & (
  | { needs?: undefined; check(tools: Tools): Promise<void> }
  | { needs: Need; check(tools: Tools & SimulationTools): Promise<void> }
)

/** What only a simulation offers. */
export type Need = 'customer' | 'another merchant' | 'simulation'

export type Tools = {
  /** Judges answers as a user's client does, but takes them without required fields, and never retries. */
  client: Methods
  /** Sends what the client never would. */
  send: Send
  /** Makes a call that several promises look at, the first time that one of them does. */
  once: Once
  /** Whether the target says that it derives the merchant from the other keys. */
  merchantHeader: MerchantHeader
}

export type Once = <Result>(call: (tools: Tools) => Promise<Result>) => Promise<Result>
export type MerchantHeader = 'required' | 'optional'

export type SimulationTools = {
  customer: Customer
  /** The client of a second merchant of the same target. */
  otherMerchant: Methods
}

/** Plays the person at the hosted payment page. */
export type Customer = {
  pay(transactionId: string): Promise<unknown>
  fail(transactionId: string): Promise<unknown>
  cancel(transactionId: string): Promise<unknown>
}

/** Thrown by `skip`: the target shows that it cannot be asked this. */
export class Skipped extends Error {
  override readonly name = 'Skipped'
}

export function skip(reason: string): never {
  throw new Skipped(reason)
}
