/** What may stay of a value: a code such as `PENDING`, the words of a sentence, or a small number. */
export type Evidence = 'code' | 'sentence' | 'amount'

/** The only fields whose values say something of the API. Those of all others say something of somebody. */
const evidence: Record<string, Evidence> = {
  status: 'code',
  currency: 'code',
  source: 'code',
  'transaction._status': 'code',
  'transaction._env': 'code',
  'transaction._type': 'code',
  'transaction._country_code': 'code',
  'transaction._channels[]': 'code',
  'transaction.invoice.currency': 'code',
  message: 'sentence',
  'details[].path': 'sentence',
  'details[].message': 'sentence',
  amount: 'amount',
  total_amount: 'amount',
  fees: 'amount',
  net_amount: 'amount',
  'transaction._amount': 'amount',
  'transaction.__v': 'amount',
  'transaction.invoice.amount': 'amount',
  'transaction.invoice.__v': 'amount',
}

/** Takes a field's name as the drift writes it: `transaction._channels[]`. */
export function evidenceOf(field: string): Evidence | undefined {
  return Object.hasOwn(evidence, field) ? evidence[field] : undefined
}
