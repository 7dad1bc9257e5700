import { type Delivery, replay } from '../domain/delivery.ts'
import { feesOf } from '../domain/fees.ts'
import type { Finding, Observed, Seen, SeenOrder } from '../domain/findings/finding.ts'
import { patienceMs } from '../domain/findings/select.ts'
import type { JournalEntry } from '../domain/journal-entry.ts'
import type { Attempted } from '../domain/outcome.ts'
import { Refusal } from '../domain/refusal.ts'
import { combine, type Scenario } from '../domain/scenario/scenario.ts'
import type { Schedule } from '../domain/schedule.ts'
import { timelineOf } from '../domain/timeline.ts'
import {
  type Canceled,
  cancel,
  type Failed,
  type FailureReason,
  type Final,
  fail,
  isFinal,
  type Order,
  type Pending,
  pay,
  type Succeeded,
  type Transaction,
} from '../domain/transaction.ts'
import type { CallbackRequest, CallbackSender } from './callback-sender.ts'
import { createChanges } from './changes.ts'
import { createFaults, type Faults } from './faults.ts'
import { createForgottenFindings, type Forgotten } from './forgotten-findings.ts'
import { createJournal, type Forgetting, type Journal } from './journal.ts'
import { type PaymentDetails, paymentOf } from './payment-details.ts'
import type { Clock, DeliveryQuery, Ids, Page, Store, TransactionQuery } from './ports.ts'
import { createScenarios, type Scenarios } from './scenarios.ts'
import { createSettling } from './settling.ts'
import { createSweep } from './sweep.ts'
import { createWorlds } from './worlds.ts'

export type { PaymentDetails } from './payment-details.ts'

/** The fake payment aggregator, without HTTP, files or timers. A world is all that belongs to one merchant key. */
export type Sandbox = {
  /** Resolves with the transaction as it was made: what its scenario does to it at once shows when it is looked at. */
  request(world: string, order: Order, scenario?: Scenario | null): Promise<Pending>
  /** By id or reference. Refuses an unknown transaction, and another world's in the same words. */
  find(world: string, idOrReference: string): Promise<Transaction>
  /** The same by a merchant who polls, for which the scenarios that count polls wait. */
  confirm(world: string, idOrReference: string): Promise<Transaction>
  /** By id alone, whoever's it is: for the hosted page, whose visitors have no keys. */
  look(id: string): Promise<Transaction>
  /** What paying would cost on top, in whole XOF. */
  feesOf(amount: number): number
  list(world: string, query: TransactionQuery): Promise<Page<Transaction>>
  /** Without details: MTN 61000000, which Intram documents as a test number. */
  pay(world: string, idOrReference: string, how?: PaymentDetails): Promise<Succeeded>
  fail(world: string, idOrReference: string, reason?: FailureReason): Promise<Failed>
  cancel(world: string, idOrReference: string): Promise<Canceled>
  /**
   * A customer tries to pay. What `asked` says comes of it, else what the transaction's scenario says; else it succeeds.
   */
  attempt(id: string, how: PaymentDetails, asked: Scenario | null): Promise<Transaction>
  scenarios: Scenarios
  faults: Faults
  /** What has happened in each world. */
  journal: Journal
  /** What has happened to one transaction, from the oldest to the newest, as far back as the journal goes. */
  timeline(world: string, id: string): JournalEntry[]
  /**
   * What the journal shows to be wrong with the merchant's code; as it will look later when `inMs` is given. Who waits
   * in the world is told when time alone may have changed that.
   */
  findings(world: string, inMs?: number): Promise<Finding[]>
  /** What was found before the journal forgot it, in all worlds, where that was asked for. */
  forgottenFindings(): Forgotten[]

  deliveries(world: string, query: DeliveryQuery): Promise<Page<Delivery>>
  /** Attempts a callback again, now: the same delivery, one attempt more. */
  replay(world: string, deliveryId: string): Promise<Delivery>

  now(world: string): Date
  /** Lets time pass in one world. What becomes due happens in its order, and has ended when this resolves. */
  advance(world: string, durationMs: number): Promise<void>
  /** Does what is due now in every world, and tells those who wait for its time to pass. */
  sweep(): Promise<void>
  /** Resolves at the next change in a world, when there may be a finding more, or when the signal aborts. */
  change(world: string, signal: AbortSignal): Promise<void>
  /** Forgets all of a world: transactions, callbacks, its scenario, faults, journal and time. Ends what advances in it. */
  reset(world: string): Promise<void>
}

type Options = {
  store: Store
  clock: Clock
  ids: Ids
  sender: CallbackSender
  schedule: Schedule
  compose: (delivery: Delivery) => CallbackRequest
  /** Wire → domain: the order in the body of a request, for the findings. */
  seeOrder?: (body: unknown) => SeenOrder | null
  /** Judges what is about to be forgotten, for `forgottenFindings`. That takes its time: without it nothing is kept. */
  judgeForgotten?: ((seen: Seen) => Finding[]) | undefined
  /** How long a customer has, in ms. */
  expiryMs: number
  feesPercent?: number
  /** What every payment plays unless something more particular is said. */
  usualScenario?: Scenario | null
  /** Told of each attempt of a callback, with the delivery as it then is. */
  onAttempt?: (delivery: Delivery, outcome: Attempted) => Promise<void>
  /** Told of what should not have happened while nobody waits for it. */
  failed: (error: unknown) => void
}

export function createSandbox(options: Options): Sandbox {
  const { store, clock, ids, expiryMs, feesPercent, usualScenario = null, seeOrder = () => null, failed } = options
  const { judgeForgotten } = options
  const worlds = createWorlds(clock)
  const changes = createChanges()
  const forgotten = judgeForgotten && createForgottenFindings({ judge: judgeForgotten })
  const beforeForgetting =
    forgotten &&
    (({ world, entries, last, isEnd }: Forgetting) => {
      const now = new Date(worlds.now(world).getTime() + (isEnd ? patienceMs : 0))
      forgotten.keep(world, { entries: observe(entries), now }, last)
    })
  const journal = createJournal({ now: worlds.now, changed: changes.tell, failed, beforeForgetting })
  const scenarios = createScenarios(usualScenario)
  const faults = createFaults()
  const settling = createSettling({ ...options, worlds, journal, changed: changes.tell })
  const sweep = createSweep({ ...options, worlds, journal, changed: changes.tell, settle: settleIfKept })

  function observe(entries: JournalEntry[]): Observed[] {
    return entries.map((entry) =>
      entry.type === 'request' && entry.operation === 'requestPayment'
        ? { ...entry, order: seeOrder(entry.body) }
        : entry,
    )
  }

  async function settleIfKept(id: string): Promise<void> {
    const transaction = await store.find(id)
    if (transaction) await settling.bringUpToDate(transaction)
  }

  function asOwn(world: string, transaction: Transaction | undefined): Transaction {
    if (transaction?.world !== world) throw new Refusal('transaction_not_found')
    return transaction
  }

  async function findOwn(world: string, idOrReference: string): Promise<Transaction> {
    return asOwn(world, await store.find(idOrReference))
  }

  async function settleNow<Next extends Final>(
    world: string,
    idOrReference: string,
    transition: (current: Transaction, at: Date) => Next,
  ): Promise<Next> {
    const { id } = await findOwn(world, idOrReference)
    const settled = await settling.change(id, (current) => transition(current, worlds.now(world)))
    void sweep.all()
    return settled
  }

  /** Before the merchant has the answer, its server is told of the end. */
  async function tellAtOnce({ id, world }: Pending): Promise<void> {
    await settleIfKept(id)
    const { items } = await store.listDeliveries(world, { limit: 1, transaction: id })
    for (const delivery of items) await sweep.deliver(world, delivery.id)
  }

  return {
    scenarios,
    faults,
    journal,
    timeline: (world, id) => timelineOf(journal.since(world, 0), id),
    async findings(world, inMs = 0) {
      // Few starts of a sandbox judge anything.
      const { judge, nextJudgementAt } = await import('../domain/findings/catalogue.ts')
      const entries = observe(journal.since(world, 0))
      const now = worlds.now(world)
      const next = nextJudgementAt({ entries, now })
      if (next) changes.tellBy(world, next)
      return judge({ entries, now: new Date(now.getTime() + inMs) })
    },
    forgottenFindings: () => forgotten?.list() ?? [],
    feesOf: (amount) => feesOf(amount, feesPercent),
    find: async (world, id) => settling.bringUpToDate(await findOwn(world, id)),
    confirm: async (world, id) => settling.poll(asOwn(world, await store.find(id))),

    async look(id) {
      const transaction = await store.find(id)
      if (transaction?.id !== id) throw new Refusal('transaction_not_found')
      return settling.bringUpToDate(transaction)
    },

    async request(world, order, scenario = null) {
      const createdAt = worlds.now(world)
      const transaction: Pending = {
        status: 'PENDING',
        id: ids.transactionId(),
        reference: ids.reference(),
        world,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + expiryMs),
        order,
        staged: scenario && { scenario, requested: scenario, since: createdAt, payment: null },
      }
      await store.insert(transaction)
      changes.tell(world)
      if (scenario?.callback?.kind === 'callback-before-response') await tellAtOnce(transaction)
      return transaction
    },

    list: (world, query) => store.list(world, query),

    pay(world, id, how = {}) {
      return settleNow(world, id, (current, at) => pay(current, paymentOf(current.order.amount, how, feesPercent), at))
    },
    fail: (world, id, reason) => settleNow(world, id, (current, at) => fail(current, at, reason)),
    cancel: (world, id) => settleNow(world, id, cancel),

    async attempt(id, how, asked) {
      const attempted = await settling.stage(id, (current, now) => {
        const payment = paymentOf(current.order.amount, how, feesPercent)
        const requested = current.staged?.requested ?? null
        const scenario = combine(requested, asked)
        // What was requested with the payment goes on; what the customer's number says begins now.
        const since = asked?.settlement ? now : current.createdAt
        const staged = scenario && { scenario, requested, since, payment }
        return scenario?.settlement ? { ...current, staged } : pay({ ...current, staged }, payment, now)
      })
      if (isFinal(attempted)) void sweep.all()
      return attempted
    },

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
    sweep() {
      changes.tellInTime(worlds.now)
      return sweep.all()
    },
    change: (world, signal) => changes.next(world, signal),

    async reset(world) {
      // Judged in the world's own time.
      journal.clear(world, true)
      worlds.reset(world)
      sweep.forget(world)
      await store.reset(world)
      scenarios.set(world, null)
      faults.clear(world)
      changes.tell(world)
    },
  }
}
