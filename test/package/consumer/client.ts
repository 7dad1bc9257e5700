import { type Client, type Confirmation, createClient, IntramError, type PaymentRequest } from 'intram-sandbox/client'

export const client: Client = createClient({
  keys: { publicKey: 'public', privateKey: 'private', secretKey: 'secret', merchantKey: 'merchant' },
})

const payment: PaymentRequest = { invoice: { currency: 'XOF', amount: 1000 }, store: { name: 'Test Store' } }

export async function buy(): Promise<Confirmation> {
  const { transaction_id, receipt_url } = await client.requestPayment(payment, { timeoutMs: 5_000 })
  const texts: string[] = [transaction_id, receipt_url]
  return client.waitForTransaction(texts.join(''), { until: ({ status }) => status !== 'PENDING' })
}

export function explain(error: unknown): string {
  if (error instanceof IntramError) return `${error.outcome} ${error.status ?? ''} ${error.details[0]?.message ?? ''}`
  throw error
}

export const mistakes = () => [
  // @ts-expect-error An amount is a number or a text.
  client.requestPayment({ ...payment, invoice: { currency: 'XOF', amount: true } }),
  // @ts-expect-error Without a store Intram has nobody to pay.
  client.requestPayment({ invoice: { currency: 'XOF', amount: 1000 } }),
  // @ts-expect-error An id is a text.
  client.confirmTransaction(5),
  // @ts-expect-error There is no such operation.
  client.refundTransaction('5f2d7a96b97d9d3fea912c11'),
]
