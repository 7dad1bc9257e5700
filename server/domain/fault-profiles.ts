import type { Fault } from './fault.ts'

/** Conditions that one meets, by name. */
export const faultProfiles = {
  flaky: [
    { status: 500, when: 'before', probability: 0.1, count: null },
    { fault: 'CONNECTION_RESET_BY_PEER', when: 'after', probability: 0.05, count: null },
    {
      delayDistribution: { type: 'uniform', lower: 500, upper: 3_000 },
      when: 'after',
      probability: 0.2,
      count: null,
    },
  ],
  'slow-api': [
    {
      delayDistribution: { type: 'lognormal', median: 2_000, sigma: 0.4 },
      when: 'after',
      probability: 1,
      count: null,
    },
  ],
  offline: [{ fault: 'CONNECTION_RESET_BY_PEER', when: 'before', probability: 1, count: null }],
} as const satisfies Record<string, readonly Fault[]>

export type FaultProfile = keyof typeof faultProfiles
