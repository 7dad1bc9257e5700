/** Everything the domain may refuse, by code. The sentence is what the client reads. */
const refusals = {
  amount_not_whole: 'must be a whole number of XOF from 1 to 9007199254740991, such as 13600 or "13600.00"',
  url_not_http: 'must be an http:// or https:// URL of at most 2048 characters, or an empty string or null for none',
  data_too_deep: 'must not be nested deeper than 32 levels',
  duration_not_readable: 'must be a duration such as 500ms, 90s, 5m, 2h or 1d, and at most 366d',
  schedule_not_readable: 'must be intram, fast, once, or the wait before each attempt (at most 20), such as 0s,10s,1m',
  scenario_not_readable:
    'must be a scenario such as success, fail:wrong-pin, pending*2;success, delayed:10s;cancel, never-settles or no-callback (GET /__admin/scenarios lists them all)',
  channel_unknown: 'must be MTN, MOOV, VISA, MASTERCARD or card',
  mobile_number_wrong: 'must be a mobile number of Benin: 8 digits, or 10 starting with 01, with or without +229',
  number_with_card: 'must be left out: a card has no mobile number',
  failure_reason_unknown: 'must be one of insufficient-funds, wrong-pin, account-blocked',
  rewrite_not_readable:
    'must be pairs such as localhost=host.docker.internal or shop.test:443=web:8443, separated by commas',
  callback_not_found: 'Callback not found',
  transaction_already_final: 'This transaction is already final',
  transaction_not_found: 'Transaction not found',
} as const

export type RefusalCode = keyof typeof refusals

/** What the domain says no to. `path` points at the field that is wrong, when there is one. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly path: string | undefined

  constructor(code: RefusalCode, path?: string) {
    super(refusals[code])
    this.name = 'Refusal'
    this.code = code
    this.path = path
  }
}
