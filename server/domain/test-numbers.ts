import { readScenario } from './scenario/read-scenario.ts'
import type { Scenario } from './scenario/scenario.ts'

/** What comes of a payment by each number, as a scenario. The first two are Intram's (merchant-doc), the others ours. */
export const testNumbers = [
  { scenario: 'success', MTN: '61000000', MOOV: '94000000' },
  { scenario: 'fail:insufficient-funds', MTN: '61000001', MOOV: '94000001' },
  { scenario: 'fail:wrong-pin', MTN: '61000002', MOOV: '94000002' },
  { scenario: 'fail:account-blocked', MTN: '61000003', MOOV: '94000003' },
  { scenario: 'never-settles', MTN: '61000004', MOOV: '94000004' },
  { scenario: 'success;no-callback', MTN: '61000005', MOOV: '94000005' },
  { scenario: 'delayed:10s;success', MTN: '61000006', MOOV: '94000006' },
  { scenario: 'success;duplicate-callback', MTN: '61000007', MOOV: '94000007' },
  { scenario: 'success;late-callback:1m', MTN: '61000008', MOOV: '94000008' },
  { scenario: 'success;wrong-amount-callback', MTN: '61000009', MOOV: '94000009' },
  { scenario: 'expire', MTN: '61000010', MOOV: '94000010' },
] as const satisfies { scenario: string; MTN: string; MOOV: string }[]

/** None for a number that is not listed, nor for a card, which has none. The channel does not matter. */
export function scenarioOfNumber(mobileNumber: string | null): Scenario | undefined {
  const listed = testNumbers.find(({ MTN, MOOV }) => MTN === mobileNumber || MOOV === mobileNumber)
  return listed && readScenario(listed.scenario)
}
