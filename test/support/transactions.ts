import { fail, type Order, type Pending, pay, type Succeeded } from '../../server/domain/transaction.ts'

/** A transaction as the domain knows it, with an order of another kind if need be. */
export function pendingTransaction(order: Partial<Order> = {}): Pending {
  return {
    status: 'PENDING',
    id: '5f2d7a96b97d9d3fea912c11',
    reference: 'QW9PHIeVyL',
    world: 'merchant',
    createdAt: new Date('2026-01-02T03:00:00Z'),
    expiresAt: new Date('2026-01-02T03:06:00Z'),
    order: {
      amount: 1000,
      description: null,
      items: [],
      taxes: [],
      customData: null,
      channels: [],
      store: {
        name: 'Test Store',
        tagline: null,
        address: null,
        phone: null,
        logo: null,
        website: null,
        color: null,
        template: null,
      },
      actions: { cancelUrl: null, returnUrl: null, callbackUrl: 'http://localhost:3000/callback' },
      ...order,
    },
    staged: null,
  }
}

const settledAt = new Date('2026-01-02T03:04:05Z')

export function paidTransaction(order: Partial<Order> = {}): Succeeded {
  const customer = { name: 'Client Test', phone: '61000000', email: null }
  const payment = { channel: 'MTN', accountNumber: '61000000', fees: 50, customer }
  return pay(pendingTransaction(order), payment, settledAt)
}

export function failedTransaction(order: Partial<Order> = {}) {
  return fail(pendingTransaction(order), settledAt)
}
