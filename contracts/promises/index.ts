import type { ApiPromise } from '../promise.ts'
import { authentication } from './authentication.ts'
import { errors } from './errors.ts'
import { payments } from './payments.ts'
import { transactions } from './transactions.ts'

/** All that the API promises, by topic, in the order in which a target is asked. */
export const topics: Record<string, readonly ApiPromise[]> = { authentication, payments, transactions, errors }
