import { createMemoryStore } from '../../server/adapters/memory-store.ts'
import { nanoidIds } from '../../server/adapters/nanoid-ids.ts'
import type { Delivery } from '../../server/domain/delivery.ts'
import type { Attempted } from '../../server/domain/outcome.ts'
import type { Scenario } from '../../server/domain/scenario/scenario.ts'
import { type Schedule, schedules } from '../../server/domain/schedule.ts'
import type { Order } from '../../server/domain/transaction.ts'
import { createSandbox } from '../../server/sandbox/sandbox.ts'
import { pendingTransaction } from './transactions.ts'

type Sent = { at: Date; id: string; transactionId: string; status: string; attempt: number }
type Options = {
  schedule?: Schedule
  expiryMs?: number
  usualScenario?: Scenario
  answers?: (sent: Sent) => 'acknowledged' | 'failed'
}

export const minute = 60_000
export const order: Order = pendingTransaction().order

/** A sandbox whose real clock stands still and whose merchant answers as told: nothing happens but by command. */
export function simulate({
  schedule = schedules.intram,
  expiryMs = 6 * minute,
  usualScenario,
  answers = () => 'acknowledged',
}: Options = {}) {
  const real = { now: new Date('2026-01-02T03:00:00Z') }
  const sent: Sent[] = []
  const store = createMemoryStore({ maxTransactions: 1000 })
  const told = new Map<object, Delivery>()
  let hanging: Promise<void> | undefined
  let asked = () => {}
  const sandbox = createSandbox({
    store,
    clock: { now: () => real.now },
    ids: nanoidIds,
    schedule,
    expiryMs,
    ...(usualScenario && { usualScenario }),
    failed(error) {
      throw error
    },
    compose(delivery) {
      const request = { url: delivery.url, headers: {}, body: '' }
      told.set(request, delivery)
      return request
    },
    sender: {
      async send(_url, compose) {
        const delivery = told.get(compose()) as Delivery
        const { world, id, status } = delivery.told
        const attempt = delivery.attempts.length + 1
        const call = { at: sandbox.now(world), id: delivery.id, transactionId: id, status, attempt }
        sent.push(call)
        asked()
        await hanging
        return answers(call) === 'acknowledged' ? answered(200) : answered(500)
      },
      close: async () => {},
    },
  })
  return {
    sandbox,
    sent,
    store,
    real,
    /** From now on the merchant answers only when told to. `asked` resolves with the first call. */
    hang() {
      let give = () => {}
      hanging = new Promise((resolve) => {
        give = resolve
      })
      return {
        asked: new Promise<void>((resolve) => {
          asked = resolve
        }),
        give,
      }
    },
  }
}

function answered(status: number): Attempted {
  return { kind: 'answered', status, headers: {}, body: '', target: 'https://example.com/callback', durationMs: 1 }
}
