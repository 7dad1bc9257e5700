import type { Delivery } from './delivery.ts'
import type { Attempted } from './outcome.ts'
import type { Final } from './transaction.ts'

/** Something that happened in a world, with its number in the order of events. Keys never enter it. */
export type JournalEntry = { seq: number; at: Date } & JournalEvent
export type JournalEvent = RequestMade | GateVisited | TransactionSettled | CallbackAttempted

/** A call of Intram's API, or of the widget in a page, and how it was answered. */
export type RequestMade = {
  type: 'request'
  /** Of openapi.yaml; null when no operation was meant. */
  operation: string | null
  method: string
  path: string
  /** 0 when the connection was broken off instead. */
  status: number
  /** How it was broken off; CLIENT_LEFT when the client did not wait for the answer. */
  dropped: string | null
  durationMs: number
  transactionId: string | null
  /** Some of them, in lower case; of a key no more than that it was sent. */
  headers: Record<string, string>
  body: unknown
  /** What is left to see of keys that it had where they do not belong, or that look live. */
  keysInBody: boolean
  liveKeys: boolean
}

/** A customer has seen the payment page, or was sent back to the store. */
export type GateVisited = { type: 'gate'; transactionId: string; what: 'seen' | 'sent-back'; to: string | null }

export type TransactionSettled = { type: 'transaction'; transactionId: string; status: Final['status'] }

export type CallbackAttempted = {
  type: 'callback'
  transactionId: string
  deliveryId: string
  url: string
  attempt: number
  outcome: Attempted['kind']
  /** Of the answer, if there was one. */
  status: number | null
  /** Whether a web page was the answer. */
  isPage: boolean
  durationMs: number
  state: Delivery['state']
}
