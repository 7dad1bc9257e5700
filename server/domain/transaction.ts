import type { Data } from './data.ts'
import { Refusal } from './refusal.ts'
import type { Scenario } from './scenario/scenario.ts'

/** What one customer is asked to pay, once: PENDING, then exactly one final status. */
export type Transaction = Pending | Final
export type Final = Succeeded | Failed | Canceled
export type Status = Transaction['status']

export type Pending = Requested & { status: 'PENDING' }
export type Succeeded = Requested & { status: 'SUCCESS'; payment: Payment; settledAt: Date }
export type Failed = Requested & { status: 'FAIL'; settledAt: Date; reason?: FailureReason }
export type Canceled = Requested & { status: 'CANCELED'; settledAt: Date }

type Requested = {
  id: string
  reference: string
  /** The merchant key that made it. */
  world: string
  createdAt: Date
  /** When it fails by itself, if nobody settles it before. */
  expiresAt: Date
  order: Order
  /** What is to come of it; nothing in particular when null. */
  staged: Staged | null
}

/**
 * A scenario that plays since an instant: the one that was `requested` with the payment, or what a customer's number made
 * of it. `payment` is what the customer has chosen meanwhile.
 */
export type Staged = { scenario: Scenario; requested: Scenario | null; since: Date; payment: Payment | null }

/** What the merchant asked for, whatever the shape in which it was sent. */
export type Order = {
  amount: number
  description: string | null
  items: Item[]
  taxes: Tax[]
  customData: Data
  channels: string[]
  store: Store
  actions: Actions
  /** Any web site can ask for such a payment: its callback goes to public addresses only. */
  isFromPublicPage?: true
}

/** For display only: Intram never recomputes the total. Merchants often send these numbers as text. */
export type Item = {
  name: string | null
  quantity: DisplayNumber
  price: DisplayNumber
  total: DisplayNumber
  description: string | null
}
export type Tax = { name: string | null; amount: DisplayNumber }
export type DisplayNumber = number | string | null

export type Store = {
  name: string
  tagline: string | null
  address: string | null
  phone: string | null
  logo: string | null
  website: string | null
  color: string | null
  template: string | null
}
export type Actions = { cancelUrl: string | null; returnUrl: string | null; callbackUrl: string | null }

/** How the customer paid. `fees` are in whole XOF and come on top of the amount. */
export type Payment = {
  channel: string
  /** None for a card. */
  accountNumber: string | null
  fees: number
  customer: Customer
}
export type Customer = { name: string; phone: string; email: string | null }

/** Why a provider declined, when the customer is to know. */
export const failureReasons = ['insufficient-funds', 'wrong-pin', 'account-blocked'] as const
export type FailureReason = (typeof failureReasons)[number]

export function readFailureReason(text: string, path?: string): FailureReason {
  const reason = failureReasons.find((known) => known === text)
  if (reason === undefined) throw new Refusal('failure_reason_unknown', path)
  return reason
}

export function pay(transaction: Transaction, payment: Payment, at: Date): Succeeded {
  return { ...whilePending(transaction), status: 'SUCCESS', payment, settledAt: at }
}

export function fail(transaction: Transaction, at: Date, reason?: FailureReason): Failed {
  return { ...whilePending(transaction), status: 'FAIL', settledAt: at, ...(reason && { reason }) }
}

/** The provider did not answer in time: a failure, at the very instant when the time was up. */
export function expire(transaction: Transaction): Failed {
  return fail(transaction, transaction.expiresAt)
}

/** Whether it was time that made it fail, and nobody else. */
export function isExpired({ status, settledAt, expiresAt }: Final): boolean {
  return status === 'FAIL' && settledAt.getTime() === expiresAt.getTime()
}

export function cancel(transaction: Transaction, at: Date): Canceled {
  return { ...whilePending(transaction), status: 'CANCELED', settledAt: at }
}

export function isFinal(transaction: Transaction): transaction is Final {
  return transaction.status !== 'PENDING'
}

/** The one guard of the state machine: a final status never changes. */
export function whilePending(transaction: Transaction): Pending {
  if (transaction.status === 'PENDING') return transaction
  throw new Refusal('transaction_already_final')
}
