import type { components } from '../../client/schema.gen.ts'
import type { Final } from '../domain/transaction.ts'
import { presentConfirmation, type Surroundings } from './present.ts'

/** Domain → wire: what a callback says, which is the body of the confirmation with the id beside it. */
export function presentNotification(transaction: Final, around: Surroundings): components['schemas']['Notification'] {
  return { ...presentConfirmation(transaction, around), transaction_id: transaction.id }
}
