import type { Delivery } from '../domain/delivery.ts'
import { recordOutcome } from '../domain/delivery.ts'
import { isPage } from '../domain/is-page.ts'
import type { CallbackAttempted } from '../domain/journal-entry.ts'
import type { Attempted } from '../domain/outcome.ts'
import type { Schedule } from '../domain/schedule.ts'
import type { CallbackRequest, CallbackSender } from './callback-sender.ts'
import type { Journal } from './journal.ts'
import type { Clock, Due, Ids, Store } from './ports.ts'
import type { Time, Worlds } from './worlds.ts'

/** What the sandbox does by itself when its time has come. */
export type Sweep = {
  /** Does what is due in every world now. Resolves once it is begun: a receiver may take long to answer. */
  all(): Promise<void>
  /** Lets time pass in one world: what becomes due happens in its order, and has ended when this resolves. */
  advance(world: string, durationMs: number): Promise<void>
  /** Attempts one callback now, and resolves when that has ended. */
  deliver(world: string, deliveryId: string): Promise<void>
  /** Resolves once no attempt is under way in this world. */
  settled(world: string): Promise<void>
  /** Its world begins anew: what is under way in it is nobody's business any more. */
  forget(world: string): void
}

type Options = {
  store: Store
  clock: Clock
  ids: Ids
  worlds: Worlds
  sender: CallbackSender
  schedule: Schedule
  /** Domain → wire: the request of this attempt. */
  compose: (delivery: Delivery) => CallbackRequest
  /** What happens to a transaction by itself, if that is still to happen. */
  settle: (id: string) => Promise<unknown>
  journal: Journal
  changed: (world: string) => void
  /** Told of each attempt, with the delivery as it then is. */
  onAttempt?: (delivery: Delivery, outcome: Attempted) => Promise<void>
  /** Told of what should not have happened while nobody waits for it. */
  failed: (error: unknown) => void
}

/** Longer than any attempt can take, with all that may wait before it: who holds a delivery for longer has died. */
const leaseMs = 600_000

export function createSweep(options: Options): Sweep {
  const {
    store,
    clock,
    ids,
    worlds,
    sender,
    schedule,
    compose,
    settle,
    journal,
    changed,
    onAttempt = async () => {},
    failed,
  } = options
  const underWay = new Map<string, Set<Promise<unknown>>>()
  const advancing = new Map<string, Promise<void>>()

  async function attempt(world: string, id: string): Promise<void> {
    const holder = ids.deliveryId()
    const now = clock.now()
    const delivery = await store.claim(id, now, { holder, until: new Date(now.getTime() + leaseMs) })
    if (!delivery) return
    const outcome = await sender.send(delivery.url, () => compose(delivery))
    const recorded = await store.record(id, holder, (current) =>
      recordOutcome(current, outcome, worlds.now(world), schedule, delivery),
    )
    if (recorded && outcome.kind !== 'postponed') {
      journal.write(world, attempted(recorded, outcome))
      await onAttempt(recorded, outcome)
    } else {
      changed(world)
    }
  }

  function begin(world: string, { kind, id }: Due): Promise<unknown> {
    const tasks = underWay.get(world) ?? new Set()
    underWay.set(world, tasks)
    const task = (kind === 'settlement' ? settle(id) : attempt(world, id)).finally(() => {
      tasks.delete(task)
      if (tasks.size === 0 && underWay.get(world) === tasks) underWay.delete(world)
    })
    tasks.add(task)
    return task
  }

  async function settled(world: string): Promise<void> {
    while (underWay.has(world)) await Promise.allSettled(underWay.get(world) ?? [])
  }

  async function pass(world: string, time: Time, durationMs: number): Promise<void> {
    if (time.ended.aborted) return
    const start = time.now()
    const end = new Date(start.getTime() + durationMs)
    time.hold(start)
    try {
      for (;;) {
        await settled(world)
        const [next] = await store.due(world, end, clock.now())
        if (!next || time.ended.aborted) break
        if (next.at > time.now()) time.hold(next.at)
        await begin(world, next)
      }
      time.hold(end)
    } finally {
      time.release()
    }
  }

  return {
    settled,
    deliver: attempt,
    async all() {
      try {
        for (const world of await store.waitingWorlds()) {
          if (worlds.isHeld(world)) continue
          for (const due of await store.due(world, worlds.now(world), clock.now())) begin(world, due).catch(failed)
        }
      } catch (error) {
        failed(error)
      }
    },
    advance(world, durationMs) {
      const time = worlds.timeOf(world)
      const turn = (advancing.get(world) ?? Promise.resolve()).then(() => pass(world, time, durationMs))
      const kept = turn
        .catch(() => {})
        .finally(() => {
          if (advancing.get(world) === kept) advancing.delete(world)
        })
      advancing.set(world, kept)
      return orEnded(turn, time.ended)
    },
    forget(world) {
      advancing.delete(world)
      underWay.delete(world)
    },
  }
}

/** A receiver may hang while its world is reset: nobody needs to wait for that. */
function orEnded(turn: Promise<void>, ended: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve()
    ended.addEventListener('abort', stop, { once: true })
    turn.then(resolve, reject).finally(() => ended.removeEventListener('abort', stop))
  })
}

function attempted({ id, told, url, state, attempts }: Delivery, outcome: Attempted): CallbackAttempted {
  return {
    type: 'callback',
    transactionId: told.id,
    deliveryId: id,
    url,
    attempt: attempts.length,
    outcome: outcome.kind,
    status: outcome.kind === 'answered' ? outcome.status : null,
    isPage: outcome.kind === 'answered' && isPage(outcome),
    durationMs: outcome.durationMs,
    state,
  }
}
