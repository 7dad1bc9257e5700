import { type Attempted, isAcknowledgement, type Outcome } from './outcome.ts'
import { nextAttemptAt, type Schedule } from './schedule.ts'
import type { Final } from './transaction.ts'

/** One callback, attempted until the merchant acknowledges it or the schedule ends. */
export type Delivery = Waiting | Ended

export type Waiting = Begun & { state: 'pending'; nextAttemptAt: Date }
export type Ended = Begun & { state: 'acknowledged' | 'given-up' | 'refused'; nextAttemptAt: null }

type Begun = {
  /** The same on every attempt and replay. */
  id: string
  /** The transaction as this callback tells it: a scenario may lie about the amount. */
  told: Final
  url: string
  createdAt: Date
  attempts: readonly Attempt[]
  /** To be sent once more after it was acknowledged, as duplicates are. */
  again?: true
  /** How often one more attempt was asked for. */
  replays?: number
}

/** Numbered from 1; replays count on. */
export type Attempt = { number: number; endedAt: Date; outcome: Attempted }

/** How long a postponed attempt steps aside for others. */
const postponedMs = 1_000

type Options = { id: string; told: Final; url: string; at: Date; schedule: Schedule; lateMs?: number; again?: true }

/** `lateMs` comes on top of the schedule, once. */
export function createDelivery({ at, schedule, lateMs = 0, ...begun }: Options): Waiting {
  const first = nextAttemptAt(schedule, 1, new Date(at.getTime() + lateMs)) ?? at
  return { state: 'pending', ...begun, createdAt: at, attempts: [], nextAttemptAt: first }
}

export function isDue(delivery: Delivery, at: Date): delivery is Waiting {
  return delivery.state === 'pending' && delivery.nextAttemptAt <= at
}

export function nextAttemptNumber(delivery: Delivery): number {
  return delivery.attempts.length + 1
}

/**
 * What a delivery becomes by the outcome of its next attempt. One that has ended stays as it is: the answer is late.
 * `claimed` is what it was when the attempt began: a replay that was asked for since then wants an attempt of its own.
 */
export function recordOutcome(
  delivery: Delivery,
  outcome: Outcome,
  at: Date,
  schedule: Schedule,
  claimed = delivery,
): Delivery {
  if (delivery.state !== 'pending') return delivery
  if (outcome.kind === 'postponed') return { ...delivery, nextAttemptAt: new Date(at.getTime() + postponedMs) }
  const number = nextAttemptNumber(delivery)
  const attempted = { ...delivery, attempts: [...delivery.attempts, { number, endedAt: at, outcome }] }
  if (delivery.replays !== claimed.replays) return { ...attempted, nextAttemptAt: at }
  if (isAcknowledgement(outcome)) return acknowledge(attempted, at)
  // The address will be as forbidden the next time.
  if (outcome.kind === 'forbidden-target') return { ...attempted, state: 'refused', nextAttemptAt: null }
  const next = nextAttemptAt(schedule, number + 1, at)
  return next
    ? { ...attempted, state: 'pending', nextAttemptAt: next }
    : { ...attempted, state: 'given-up', nextAttemptAt: null }
}

function acknowledge({ again, ...delivery }: Delivery, at: Date): Delivery {
  return again
    ? { ...delivery, state: 'pending', nextAttemptAt: at }
    : { ...delivery, state: 'acknowledged', nextAttemptAt: null }
}

/** Makes the next attempt due now, whatever came of the ones before; the rest of the schedule, if any, follows. */
export function replay(delivery: Delivery, at: Date): Waiting {
  return { ...delivery, state: 'pending', nextAttemptAt: at, replays: (delivery.replays ?? 0) + 1 }
}
