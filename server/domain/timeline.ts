import type { JournalEntry } from './journal-entry.ts'

/** What happened to one transaction, from its request to its last confirmation, in order. */
export function timelineOf(entries: readonly JournalEntry[], transactionId: string): JournalEntry[] {
  return entries.filter((entry) => entry.transactionId === transactionId)
}
