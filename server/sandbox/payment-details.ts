import { readMobileNumber } from '../domain/account-number.ts'
import { isCard, readChannel } from '../domain/channel.ts'
import { feesOf } from '../domain/fees.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Customer, Payment } from '../domain/transaction.ts'

export type PaymentDetails = { channel?: string; accountNumber?: string | null; customer?: Customer }

/** Without details: MTN 61000000, which Intram documents as a test number. */
export function paymentOf(amount: number, how: PaymentDetails, feesPercent: number | undefined): Payment {
  const { channel = 'MTN', accountNumber = isCard(channel) ? null : '61000000' } = how
  const { customer = { name: 'Client Test', phone: accountNumber ?? '', email: null } } = how
  return { channel, accountNumber, fees: feesOf(amount, feesPercent), customer }
}

/** What a program says of how its customer pays, held to what customers can do. `path` names a field in a refusal. */
export function readPaymentDetails(
  { channel, accountNumber, customer }: PaymentDetails,
  path: (field: 'channel' | 'accountNumber') => string = (field) => `/${field}`,
): PaymentDetails {
  const read = channel === undefined ? 'MTN' : readChannel(channel, path('channel'))
  return {
    channel: read,
    ...(accountNumber != null && { accountNumber: readNumber(accountNumber, read, path('accountNumber')) }),
    ...(customer && { customer }),
  }
}

function readNumber(text: string, channel: string, path: string): string {
  if (isCard(channel)) throw new Refusal('number_with_card', path)
  const number = readMobileNumber(String(text))
  if (number === undefined) throw new Refusal('mobile_number_wrong', path)
  return number
}
