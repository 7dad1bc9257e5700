import type { FailureReason } from './transaction.ts'

/** What comes of a payment. Success without a callback is for trying out merchants that rely on callbacks alone. */
export type Outcome = 'success' | 'no-callback' | 'never-settles' | FailureReason

/** The first two numbers are Intram's own (merchant-doc); the others are this sandbox's. */
export const testNumbers = [
  { outcome: 'success', MTN: '61000000', MOOV: '94000000' },
  { outcome: 'insufficient-funds', MTN: '61000001', MOOV: '94000001' },
  { outcome: 'wrong-pin', MTN: '61000002', MOOV: '94000002' },
  { outcome: 'account-blocked', MTN: '61000003', MOOV: '94000003' },
  { outcome: 'never-settles', MTN: '61000004', MOOV: '94000004' },
  { outcome: 'no-callback', MTN: '61000005', MOOV: '94000005' },
] as const satisfies { outcome: Outcome; MTN: string; MOOV: string }[]

/** A number that is not listed succeeds, and so does a card, which has none. The channel does not matter. */
export function outcomeOf(mobileNumber: string | null): Outcome {
  return testNumbers.find(({ MTN, MOOV }) => MTN === mobileNumber || MOOV === mobileNumber)?.outcome ?? 'success'
}
