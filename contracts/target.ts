import type { Keys } from '../client/index.ts'
import type { Customer, MerchantHeader } from './promise.ts'

/** Whom to ask. Without a simulation, what it alone can be asked is skipped. */
export type Target = {
  /** With `/api/v1`. */
  baseUrl: string
  keys: Keys
  /** Optional: it derives the merchant from the other keys, as the later revision of Intram's page says. */
  merchantHeader?: MerchantHeader
  simulation?: { customer: Customer; otherMerchant: Keys }
}
