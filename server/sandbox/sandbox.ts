import { isCard } from '../domain/channel.ts'
import { createDelivery, type Delivery, replay } from '../domain/delivery.ts'
import { feesOf } from '../domain/fees.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Schedule } from '../domain/schedule.ts'
import {
  type Canceled,
  type Customer,
  cancel,
  expire,
  type Failed,
  type FailureReason,
  type Final,
  fail,
  type Order,
  type Pending,
  pay,
  type Succeeded,
  type Transaction,
} from '../domain/transaction.ts'
import type { CallbackRequest, CallbackSender } from './callback-sender.ts'
import { createChanges } from './changes.ts'
import type { Clock, DeliveryQuery, Ids, Page, Store, TransactionQuery } from './ports.ts'
import { createSweep } from './sweep.ts'
import { createWorlds } from './worlds.ts'

/** The fake payment aggregator, without HTTP, files or timers. A world is all that belongs to one merchant key. */
export type Sandbox = {
  request(world: string, order: Order): Promise<Pending>
  /** By id or reference. Refuses an unknown transaction, and another world's in the same words. */
  find(world: string, idOrReference: string): Promise<Transaction>
  /** By id alone, whoever's it is: for the hosted page, whose visitors have no keys. */
  look(id: string): Promise<Transaction>
  /** What paying would cost on top, in whole XOF. */
  feesOf(amount: number): number
  list(world: string, query: TransactionQuery): Promise<Page<Transaction>>
  /** Without details: MTN 61000000, which Intram documents as a test number. */
  pay(world: string, idOrReference: string, how?: PaymentDetails): Promise<Succeeded>
  fail(world: string, idOrReference: string, reason?: FailureReason): Promise<Failed>
  cancel(world: string, idOrReference: string): Promise<Canceled>

  deliveries(world: string, query: DeliveryQuery): Promise<Page<Delivery>>
  /** Attempts a callback again, now: the same delivery, one attempt more. */
  replay(world: string, deliveryId: string): Promise<Delivery>

  now(world: string): Date
  /** Lets time pass in one world. What becomes due happens in its order, and has ended when this resolves. */
  advance(world: string, durationMs: number): Promise<void>
  /** Does what is due now in every world. */
  sweep(): Promise<void>
  /** Resolves at the next change in a world, or when the signal aborts. */
  change(world: string, signal: AbortSignal): Promise<void>
  /** Forgets all of a world: transactions, callbacks and its time. */
  reset(world: string): Promise<void>
}

export type PaymentDetails = {
  channel?: string
  accountNumber?: string | null
  customer?: Customer
  withoutCallback?: true
}

type Options = {
  store: Store
  clock: Clock
  ids: Ids
  sender: CallbackSender
  schedule: Schedule
  compose: (delivery: Delivery) => CallbackRequest
  /** How long a customer has, in ms. */
  expiryMs: number
  feesPercent?: number
  /** Told of what should not have happened while nobody waits for it. */
  failed: (error: unknown) => void
}

export function createSandbox(options: Options): Sandbox {
  const { store, clock, ids, schedule, expiryMs, feesPercent } = options
  const worlds = createWorlds(clock)
  const changes = createChanges()
  const sweep = createSweep({
    ...options,
    worlds,
    changed: changes.tell,
    expire: (id) =>
      settle(id, expire).catch((error) => {
        // The customer was faster.
        if (!(error instanceof Refusal)) throw error
      }),
  })

  async function find(world: string, idOrReference: string): Promise<Transaction> {
    const transaction = await store.find(idOrReference)
    if (transaction?.world !== world) throw new Refusal('transaction_not_found')
    return transaction
  }

  /** The one way to a final status: with it, in the same commit, goes the callback that tells it. */
  async function settle<Next extends Final>(id: string, transition: (current: Transaction) => Next): Promise<Next> {
    const settled = await store.update(id, (current) => {
      const transaction = transition(current)
      return { transaction, deliveries: callbacksOf(transaction) }
    })
    changes.tell(settled.world)
    return settled
  }

  function callbacksOf(told: Final): Delivery[] {
    const url = told.order.actions.callbackUrl
    const isQuiet = told.status === 'SUCCESS' && told.payment.withoutCallback
    return url === null || isQuiet
      ? []
      : [createDelivery({ id: ids.deliveryId(), told, url, at: told.settledAt, schedule })]
  }

  async function settleNow<Next extends Final>(
    world: string,
    idOrReference: string,
    transition: (current: Transaction, at: Date) => Next,
  ): Promise<Next> {
    const { id } = await find(world, idOrReference)
    const settled = await settle(id, (current) => transition(current, worlds.now(world)))
    void sweep.all()
    return settled
  }

  return {
    find,
    feesOf: (amount) => feesOf(amount, feesPercent),

    async look(id) {
      const transaction = await store.find(id)
      if (transaction?.id !== id) throw new Refusal('transaction_not_found')
      return transaction
    },

    async request(world, order) {
      const createdAt = worlds.now(world)
      const transaction: Pending = {
        status: 'PENDING',
        id: ids.transactionId(),
        reference: ids.reference(),
        world,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + expiryMs),
        order,
      }
      await store.insert(transaction)
      changes.tell(world)
      return transaction
    },

    list: (world, query) => store.list(world, query),

    pay(world, id, { channel = 'MTN', accountNumber = defaultNumber(channel), customer, withoutCallback } = {}) {
      return settleNow(world, id, (current, at) =>
        pay(
          current,
          {
            channel,
            accountNumber,
            fees: feesOf(current.order.amount, feesPercent),
            customer: customer ?? { name: 'Client Test', phone: accountNumber ?? '', email: null },
            ...(withoutCallback && { withoutCallback }),
          },
          at,
        ),
      )
    },

    fail: (world, id, reason) => settleNow(world, id, (current, at) => fail(current, at, reason)),
    cancel: (world, id) => settleNow(world, id, cancel),

    deliveries: (world, query) => store.listDeliveries(world, query),

    async replay(world, deliveryId) {
      const delivery = await store.findDelivery(deliveryId)
      if (delivery?.told.world !== world) throw new Refusal('callback_not_found')
      const replayed = await store.amend(deliveryId, (current) => replay(current, worlds.now(world)))
      changes.tell(world)
      void sweep.all()
      return replayed
    },

    now: (world) => worlds.now(world),
    advance: (world, durationMs) => sweep.advance(world, durationMs).then(() => changes.tell(world)),
    sweep: () => sweep.all(),
    change: (world, signal) => changes.next(world, signal),

    async reset(world) {
      await store.reset(world)
      worlds.reset(world)
      changes.tell(world)
    },
  }
}

/** Any channel but a card is paid from a number. */
function defaultNumber(channel: string): string | null {
  return isCard(channel) ? null : '61000000'
}
