import { feesOf } from '../domain/fees.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  type Canceled,
  type Customer,
  cancel,
  type Failed,
  fail,
  type Order,
  type Pending,
  pay,
  type Succeeded,
  type Transaction,
} from '../domain/transaction.ts'
import type { Clock, Ids, Store } from './ports.ts'

/** The fake payment aggregator, without HTTP, files or timers. A world is all that belongs to one merchant key. */
export type Sandbox = {
  request(world: string, order: Order): Promise<Pending>
  /** By id or reference. Refuses an unknown transaction, and another world's in the same words. */
  find(world: string, idOrReference: string): Promise<Transaction>
  /** Without details: MTN 61000000, which Intram documents as a test number. */
  pay(world: string, idOrReference: string, how?: PaymentDetails): Promise<Succeeded>
  fail(world: string, idOrReference: string): Promise<Failed>
  cancel(world: string, idOrReference: string): Promise<Canceled>
}

export type PaymentDetails = { channel?: string; accountNumber?: string; customer?: Customer }

type Options = { store: Store; clock: Clock; ids: Ids; feesPercent?: number }

export function createSandbox({ store, clock, ids, feesPercent }: Options): Sandbox {
  async function find(world: string, idOrReference: string): Promise<Transaction> {
    const transaction = await store.find(idOrReference)
    if (transaction?.world !== world) throw new Refusal('transaction_not_found')
    return transaction
  }

  async function settle<Next extends Transaction>(
    world: string,
    idOrReference: string,
    transition: (current: Transaction) => Next,
  ): Promise<Next> {
    const { id } = await find(world, idOrReference)
    return store.update(id, transition)
  }

  return {
    find,

    async request(world, order) {
      const transaction: Pending = {
        status: 'PENDING',
        id: ids.transactionId(),
        reference: ids.reference(),
        world,
        createdAt: clock.now(),
        order,
      }
      await store.insert(transaction)
      return transaction
    },

    pay(world, id, { channel = 'MTN', accountNumber = '61000000', customer } = {}) {
      return settle(world, id, (current) =>
        pay(
          current,
          {
            channel,
            accountNumber,
            fees: feesOf(current.order.amount, feesPercent),
            customer: customer ?? { name: 'Client Test', phone: accountNumber, email: null },
          },
          clock.now(),
        ),
      )
    },

    fail: (world, id) => settle(world, id, (current) => fail(current, clock.now())),
    cancel: (world, id) => settle(world, id, (current) => cancel(current, clock.now())),
  }
}
