/** Of all findings. Apart, because the command line knows them before anything is judged. */
export const findingCodes = [
  'blind-trust',
  'order-paid-twice',
  'key-from-browser',
  'live-keys',
  'create-retried-blindly',
  'final-status-never-read',
  'callback-answers-page',
  'slow-acknowledgement',
  'callback-over-http',
  'no-callback-url',
  'items-do-not-add-up',
  'keys-in-body',
  'polling-too-fast',
  'amount-as-text',
  'amount-not-multiple-of-5',
  'lower-case-currency',
] as const
export type FindingCode = (typeof findingCodes)[number]
