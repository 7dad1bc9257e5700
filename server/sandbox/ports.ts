import type { Delivery } from '../domain/delivery.ts'
import type { Pending, Status, Transaction } from '../domain/transaction.ts'

export type Clock = { now(): Date }

/** A transaction has two names: its id (24 lower-case hex digits) and its public reference (10 letters and digits). */
export type Ids = { transactionId(): string; reference(): string; deliveryId(): string }

/** What a transition makes of a transaction, and the callbacks that it causes. */
export type Change<Next extends Transaction> = { transaction: Next; deliveries: Delivery[] }

/** Something that happens by itself at its time: a transaction ends, or a callback is attempted. */
export type Due = { at: Date; kind: 'settlement' | 'attempt'; id: string }

/** Who holds a delivery for one attempt, and until when. After that whoever asks may take it over. */
export type Claim = { holder: string; until: Date }

/** Lists go from the newest to the oldest; `next` is where to go on. */
export type Page<Entry> = { items: Entry[]; next: string | null }
export type PageQuery = { limit: number; after?: string | undefined }
export type TransactionQuery = PageQuery & { status?: Status | undefined }
/** `transaction` is an id or a reference. */
export type DeliveryQuery = PageQuery & { transaction?: string | undefined; state?: Delivery['state'] | undefined }

export interface Store {
  /** Takes it over: a store may put what several have in common in place of their own. */
  insert(transaction: Pending): Promise<void>
  /** Finds by id or by reference. */
  find(idOrReference: string): Promise<Transaction | undefined>
  list(world: string, query: TransactionQuery): Promise<Page<Transaction>>
  /**
   * Replaces a transaction by what `transition` makes of it, with the callbacks that this causes, in one commit. An
   * unknown one is a `Refusal`; what the transition throws changes nothing.
   */
  update<Next extends Transaction>(id: string, transition: (current: Transaction) => Change<Next>): Promise<Next>

  findDelivery(id: string): Promise<Delivery | undefined>
  listDeliveries(world: string, query: DeliveryQuery): Promise<Page<Delivery>>
  /** What is due in a world by then, earliest first. A delivery that somebody holds at `now` (real time) is not. */
  due(world: string, by: Date, now: Date): Promise<Due[]>
  /** The worlds in which anything may become due. */
  waitingWorlds(): Promise<string[]>
  /** Takes a delivery for one attempt, unless it is acknowledged, given up, or held by somebody at `now` (real time). */
  claim(id: string, now: Date, claim: Claim): Promise<Delivery | undefined>
  /**
   * Writes what an attempt changed and lets go of the delivery, in one commit. Gives `undefined`, and changes nothing,
   * when somebody else has taken it over.
   */
  record(id: string, holder: string, transition: (current: Delivery) => Delivery): Promise<Delivery | undefined>
  /** Changes a delivery whoever holds it: for replays. */
  amend(id: string, transition: (current: Delivery) => Delivery): Promise<Delivery>
  /** Forgets all that belongs to a world. */
  reset(world: string): Promise<void>
}
