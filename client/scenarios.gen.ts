// Generated from server/domain/scenario/catalogue.ts by `npm run generate`. Change that file instead.

/** What to say in `custom_datas.scenario` or `Prefer: scenario=` of a sandbox. */
export const scenarios = {
  /** Is paid, without a customer. */
  success: 'success',
  /** Is declined; also fail:insufficient-funds, fail:wrong-pin, fail:account-blocked. */
  fail: 'fail',
  /** Is cancelled by the customer. */
  cancel: 'cancel',
  /** Nobody answers: fails when the time of --expiry is up. */
  expire: 'expire',
  /** Stays PENDING for good. */
  neverSettles: 'never-settles',
  /** Is paid 10 s later; any wait and any ending, as in delayed:2m;fail or success@3s. */
  delayed: 'delayed:10s;success',
  /** Two confirmations say PENDING, the third one SUCCESS; any number and any ending. */
  pendingTwice: 'pending*2;success',
  /** The callback never comes. */
  noCallback: 'no-callback',
  /** The callback comes once more after it was acknowledged. */
  duplicateCallback: 'duplicate-callback',
  /** The callback comes a minute late; any wait. */
  lateCallback: 'late-callback:1m',
  /** The callback comes before the answer that says the transaction_id; also with fail or cancel. */
  callbackBeforeResponse: 'callback-before-response',
  /** The callback tells 1,000 XOF more than what was paid. */
  wrongAmountCallback: 'wrong-amount-callback',
  /** The payment is made, then the connection drops without an answer. */
  lostAnswer: 'lost-answer',
  /** The payment is made, but no answer comes (for a minute, then the connection drops). */
  timeOut: 'time-out',
  /** A 500, and no payment is made. */
  serverError: 'server-error',
} as const
