import type { FailureReason } from '../transaction.ts'

/** What comes of a payment, on purpose. An aspect that is absent is as usual. */
export type Scenario = {
  answer?: AnswerTwist
  settlement?: Settlement
  callback?: CallbackTwist
}

/**
 * What the merchant's request for a payment meets. `lost-answer`: the payment is made, then the connection drops.
 * `time-out`: it is made, and no answer comes. `server-error`: a 500, and nothing is made.
 */
export type AnswerTwist = 'lost-answer' | 'time-out' | 'server-error'

/** How a payment ends by itself. Both waits have to be over: `afterPolls` is how many confirmations still say PENDING. */
export type Settlement = { ending: Ending; reason?: FailureReason; afterMs: number; afterPolls: number }

/** `expire`: nobody answers, so it fails when its time is up. `never-settles`: it stays PENDING for good. */
export type Ending = 'success' | 'fail' | 'cancel' | 'expire' | 'never-settles'

/** What goes wrong with the callback of a final status. `afterMs` is how late it comes. */
export type CallbackTwist = { kind: CallbackTwistKind } | { kind: 'late-callback'; afterMs: number }
export type CallbackTwistKind =
  | 'no-callback'
  | 'duplicate-callback'
  | 'callback-before-response'
  | 'wrong-amount-callback'

/** The one rule of precedence: each aspect is decided by the last, that is the most particular, that speaks of it. */
export function combine(...fromGeneralToParticular: (Scenario | null | undefined)[]): Scenario | null {
  const combined: Scenario = Object.assign({}, ...fromGeneralToParticular)
  return Object.keys(combined).length === 0 ? null : combined
}
