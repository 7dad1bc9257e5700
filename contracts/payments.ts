import type { Confirmation, PaymentRequest } from '../client/index.ts'
import { document } from './document.ts'
import type { Tools } from './promise.ts'

/** The only amount that is ever asked of a target that may be real, in XOF. */
export const amount = 200

/** Without action URLs: nobody's server is called when it is paid. */
const minimal = {
  invoice: { currency: 'XOF', amount, description: 'intram-sandbox verify' },
  store: { name: 'intram-sandbox verify' },
}

/** What is to differ from the usual payment. */
export type Changes = { invoice?: object; store?: object } & Record<string, unknown>

/** A small payment, otherwise than usual. It may be wrong on purpose. */
export function payment({ invoice, store, ...rest }: Changes = {}): PaymentRequest {
  return { ...rest, invoice: { ...minimal.invoice, ...invoice }, store: { ...minimal.store, ...store } }
}

/** The requests that Intram's page shows, as openapi.yaml quotes them, for the small amount. */
export const documentedPayments = Object.entries(
  document.paths['/payments/request']?.post?.requestBody?.content['application/json'].examples ?? {},
).map(([name, { value }]) => {
  const request = value as PaymentRequest
  return { name, request: { ...request, invoice: { ...request.invoice, amount } } }
})

/** The payment on which all promises look that only read. */
export const newPayment = ({ client }: Tools) => client.requestPayment(payment())

export async function newPaymentConfirmed({ client, once }: Tools): Promise<Confirmation> {
  const { transaction_id } = await once(newPayment)
  return client.confirmTransaction(transaction_id)
}

/** The amount, which each of the documented shapes of the confirmation spells otherwise. */
export function amountOf({ amount, total_amount, transaction }: Confirmation): number | undefined {
  return amount ?? total_amount ?? transaction?._amount
}

/** Nobody's transaction. */
export const unknownId = '0'.repeat(24)
