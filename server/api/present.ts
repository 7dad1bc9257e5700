import type { components } from '../../client/schema.gen.ts'
import { maskAccountNumber } from '../domain/account-number.ts'
import type { Pending, Succeeded, Transaction } from '../domain/transaction.ts'

type Schemas = components['schemas']

/** Where the caller sees the sandbox, and what draws a QR code (nothing, of a URL too long for one). */
export type Surroundings = { origin: string; drawQrCode: (url: string) => string | undefined }

const currency = 'xof'

/** Domain → wire: what the PHP SDKs' documentation shows for a new payment. */
export function presentCreated({ id, status, order }: Pending, around: Surroundings): Schemas['PaymentCreated'] {
  const receiptUrl = receiptUrlOf(id, around.origin)
  const qrCode = around.drawQrCode(receiptUrl)
  return {
    error: false,
    status,
    transaction_id: id,
    receipt_url: receiptUrl,
    payment_url: receiptUrl,
    total_amount: order.amount,
    currency,
    qr_code: qrCode as string, // of a URL too long for a picture it is undefined, which JSON leaves out
    message: 'Transaction created successfully',
  }
}

/** Domain → wire: the union of the two shapes that are documented. */
export function presentConfirmation(transaction: Transaction, around: Surroundings): Schemas['Confirmation'] {
  const { amount } = transaction.order
  const shared = {
    error: false,
    status: transaction.status,
    message: 'statut de la transaction',
    transaction: presentTransaction(transaction, around),
    marchand: { name: transaction.order.store.name },
    amount,
    total_amount: amount,
    currency,
  } as const
  return transaction.status === 'SUCCESS' ? { ...shared, ...presentPayment(transaction, around) } : shared
}

function presentPayment({ id, order, payment }: Succeeded, around: Surroundings) {
  return {
    ...(payment.accountNumber !== null && { account_number: maskAccountNumber(payment.accountNumber) }),
    source: payment.channel,
    fees: payment.fees,
    net_amount: order.amount + payment.fees,
    customer: payment.customer,
    receipt_url: receiptUrlOf(id, around.origin),
    custom_data: order.customData,
  }
}

function presentTransaction(transaction: Transaction, around: Surroundings): Schemas['Transaction'] {
  const { id, status, reference, order } = transaction
  const createdAt = transaction.createdAt.toISOString()
  const { store, actions } = order
  const qrCode = around.drawQrCode(receiptUrlOf(id, around.origin))
  return {
    _id: id,
    _status: status,
    _env: 'sandbox',
    _type: 'DEBIT',
    _reference: reference,
    _amount: order.amount,
    _country_code: 'BJ',
    _qrcode: qrCode as string,
    _channels: order.channels,
    _created_at: createdAt,
    _actions: { cancel_url: actions.cancelUrl, return_url: actions.returnUrl, callback_url: actions.callbackUrl },
    _store: {
      name: store.name,
      postal_adress: store.address,
      logo_url: store.logo,
      web_site_url: store.website,
      phone: store.phone,
      template: store.template,
    },
    __v: 0,
    invoice: presentInvoice(transaction, createdAt),
  }
}

function presentInvoice({ id, order }: Transaction, createdAt: string): Schemas['Invoice'] {
  const { items, taxes } = order
  return {
    _id: nextId(id, 1),
    _created_at: createdAt,
    currency,
    amount: order.amount,
    description: order.description,
    custom_datas: order.customData,
    items: items.map(({ total, ...item }, index) => ({ _id: nextId(id, 2 + index), ...item, total_amount: total })),
    taxes: taxes.map((tax, index) => ({ _id: nextId(id, 2 + items.length + index), ...tax })),
    transaction: id,
    __v: 0,
  }
}

/** The hosted payment page, to which the customer is sent. */
export function receiptUrlOf(id: string, origin: string): string {
  return `${origin}/payment/gate/${id}`
}

/** The id of a part, derived rather than kept: MongoDB, whose ids these are, counts up in the last six digits. */
function nextId(id: string, step: number): string {
  const counter = (Number.parseInt(id.slice(-6), 16) + step) % 0x1000000
  return id.slice(0, -6) + counter.toString(16).padStart(6, '0')
}
