import type { Pending, Transaction } from '../domain/transaction.ts'

export type Clock = { now(): Date }

/** A transaction has two names: its id (24 lower-case hex digits) and its public reference (10 letters and digits). */
export type Ids = { transactionId(): string; reference(): string }

export interface Store {
  insert(transaction: Pending): Promise<void>
  /** Finds by id or by reference. */
  find(idOrReference: string): Promise<Transaction | undefined>
  /** Replaces a transaction by what `transition` makes of it, in one commit. An unknown one is a `Refusal`. */
  update<Next extends Transaction>(id: string, transition: (current: Transaction) => Next): Promise<Next>
}
