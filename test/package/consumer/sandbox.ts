import { type RunningSandbox, startSandbox } from 'intram-sandbox'
import { createClient } from 'intram-sandbox/client'

export async function test(): Promise<string> {
  await using sandbox: RunningSandbox = await startSandbox({ port: 0, merchantHeader: 'optional' })
  const client = createClient({ baseUrl: sandbox.baseUrl, keys: sandbox.credentials })
  const { transaction_id } = await sandbox.client.requestPayment({
    invoice: { currency: 'XOF', amount: '1000' },
    store: { name: 'Test Store' },
  })
  const { payment, settledAt } = await sandbox.pay(transaction_id, { channel: 'MTN' })
  const { status } = await client.confirmTransaction(transaction_id)
  // @ts-expect-error A payment that was made has no transaction of another name.
  if (status === 'PAID') return 'never'
  return `${status} ${payment.channel} ${settledAt.toISOString()}`
}

export const mistakes = () => [
  // @ts-expect-error A port is a number.
  startSandbox({ port: '4002' }),
  // @ts-expect-error There is no such option.
  startSandbox({ ports: [4002] }),
]
