import type { CallbackAttempted, JournalEntry, RequestMade, TransactionSettled } from '../journal-entry.ts'
import type { Evidence, Observed, SeenOrder } from './finding.ts'

type Of<Event> = Extract<JournalEntry, Event>
type Ordered = Of<RequestMade> & { order: SeenOrder }

/** How long a merchant has, in the time of its world, before what it has not done counts as not done. */
export const patienceMs = 60_000

export function requestsIn(entries: readonly Observed[]): Of<RequestMade>[] {
  return entries.filter((entry): entry is Of<RequestMade> => entry.type === 'request')
}

/** The requests for a payment whose order is known, whatever came of them. */
export function ordersIn(entries: readonly Observed[]): Ordered[] {
  return requestsIn(entries).filter((entry): entry is Ordered => 'order' in entry && entry.order !== null)
}

export function settlementsIn(entries: readonly Observed[]): Of<TransactionSettled>[] {
  return entries.filter((entry): entry is Of<TransactionSettled> => entry.type === 'transaction')
}

export function attemptsIn(entries: readonly Observed[]): Of<CallbackAttempted>[] {
  return entries.filter((entry): entry is Of<CallbackAttempted> => entry.type === 'callback')
}

/** The confirmations of a transaction that were answered. */
export function confirmationsIn(entries: readonly Observed[], transactionId: string): Of<RequestMade>[] {
  return requestsIn(entries).filter(
    (entry) =>
      entry.operation === 'confirmTransaction' && entry.transactionId === transactionId && entry.status === 200,
  )
}

export function isAcknowledged({ status }: CallbackAttempted): boolean {
  return status !== null && status >= 200 && status < 300
}

export function evidence(...entries: JournalEntry[]): Evidence {
  return { transactionId: entries[0]?.transactionId ?? null, seqs: entries.map(({ seq }) => seq) }
}
