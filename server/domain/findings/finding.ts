import type { JournalEntry } from '../journal-entry.ts'
import type { FindingCode } from './codes.ts'

/** In both languages of the users. */
export type Text = { en: string; fr: string }

/** From the least to the most. */
export const severities = ['note', 'warning', 'error'] as const
export type Severity = (typeof severities)[number]

/** What a merchant's code does wrong or risks, with the numbers of the journal's entries that show it. */
export type Finding = Kind & Evidence & Documented
/** Where in the package there is more about it. */
export type Documented = { documentation: string }
export type Evidence = { transactionId: string | null; seqs: number[] }

/** One thing that can be wrong. Its code stays the same for ever: users ignore it by that. */
export type Kind = { code: FindingCode; severity: Severity; sentence: Text; fix: Text }
export type Lint = Kind & { look: (seen: Seen) => Evidence[] }

/** A journal from the oldest entry to the newest, looked at in an instant of the world's time. */
export type Seen = { entries: readonly Observed[]; now: Date }

/** An entry and, where it is a request that made a payment, what was ordered. */
export type Observed = JournalEntry & { order?: SeenOrder | null }

/** An order as it was sent, before it was made one shape of. */
export type SeenOrder = {
  amount: number
  amountAsText: boolean
  currency: string
  /** What items and taxes add up to, give or take what they are rounded by; null when they do not say. */
  shown: { sum: number; within: number } | null
  callbackUrl: string | null
  /** The same for the same store, amount, description, items and custom data. */
  signature: string
  /** The same when all of it is. */
  sent: string
  /** Whether there is custom data, without which two customers' orders look the same. */
  isNamed: boolean
}
