import type { FailureReason } from './transaction.ts'

/** What comes of a payment. Success without a callback is for trying out merchants that rely on callbacks alone. */
export type Effect = 'success' | 'no-callback' | 'never-settles' | FailureReason

/** The first two numbers are Intram's own (merchant-doc); the others are this sandbox's. */
export const testNumbers = [
  { effect: 'success', MTN: '61000000', MOOV: '94000000' },
  { effect: 'insufficient-funds', MTN: '61000001', MOOV: '94000001' },
  { effect: 'wrong-pin', MTN: '61000002', MOOV: '94000002' },
  { effect: 'account-blocked', MTN: '61000003', MOOV: '94000003' },
  { effect: 'never-settles', MTN: '61000004', MOOV: '94000004' },
  { effect: 'no-callback', MTN: '61000005', MOOV: '94000005' },
] as const satisfies { effect: Effect; MTN: string; MOOV: string }[]

/** A number that is not listed succeeds, and so does a card, which has none. The channel does not matter. */
export function effectOf(mobileNumber: string | null): Effect {
  return testNumbers.find(({ MTN, MOOV }) => MTN === mobileNumber || MOOV === mobileNumber)?.effect ?? 'success'
}
