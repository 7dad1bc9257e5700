import { isCard } from '../domain/channel.ts'
import { feesOf } from '../domain/fees.ts'
import type { Customer, Payment } from '../domain/transaction.ts'

export type PaymentDetails = { channel?: string; accountNumber?: string | null; customer?: Customer }

/** Without details: MTN 61000000, which Intram documents as a test number. */
export function paymentOf(amount: number, how: PaymentDetails, feesPercent: number | undefined): Payment {
  const { channel = 'MTN', accountNumber = isCard(channel) ? null : '61000000' } = how
  const { customer = { name: 'Client Test', phone: accountNumber ?? '', email: null } } = how
  return { channel, accountNumber, fees: feesOf(amount, feesPercent), customer }
}
