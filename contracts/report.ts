import type { DriftKind } from './find-drift.ts'
import type { Source } from './promise.ts'

/** What a target made of the promises, as plain data. It never holds a key. */
export type Report = {
  target: string
  /** Undecided: nothing is broken, but not all that was asked was answered. */
  verdict: 'kept' | 'broken' | 'undecided'
  /** How many requests were sent, or how many answers were recorded. */
  calls: number
  promises: Result[]
  drift: Drift[]
  /** Of a recording only: nobody was asked. */
  replayed?: Replayed
}

/** Whose answers they are, and which assumptions those of Intram confirm. */
export type Replayed = { servers: string[]; confirmed: Confirmed[] }
export type Confirmed = { operation: string; field: string; count: number }

export type Result = { topic: string; promise: string; source: Source } & Outcome

export type Outcome =
  | { outcome: 'kept' }
  | { outcome: 'skipped'; reason: string }
  /** No connection, no answer in time, or the page of a gateway: neither kept nor broken. */
  | { outcome: 'unanswered'; reason: string }
  /** Contradicted: broken, but nobody ever promised it except this project. */
  | { outcome: 'broken' | 'contradicted'; message: string; exchange?: Exchange }

/** The call whose answer shows it. */
export type Exchange = { method: string; path: string; status: number }

/** What all answers to one operation showed of one field. */
export type Drift = {
  weight: Weight
  kind: DriftKind
  /** `GET /transactions/confirm/{transaction_id}` */
  operation: string
  status: number
  /** `transaction.invoice.items[].name`; empty for the answer as a whole. */
  field: string
  source: Source
  expected: string
  /** One example. */
  actual: string
  count: number
}

/** Failures make the verdict broken; contradicted assumptions only when asked to; notices never. */
export type Weight = 'failure' | 'assumption' | 'notice'

/** What makes the verdict broken: what a source says, or what this project assumes as well. */
export type FailOn = 'broken' | 'assumed'
