import type { Delivery } from './domain/delivery.ts'
import type { Transaction } from './domain/transaction.ts'
import { withPatience } from './patience.ts'
import { lookUntil } from './sandbox/look-until.ts'
import type { Sandbox } from './sandbox/sandbox.ts'

export type WaitForCallbackOptions = {
  /** 5,000 by default. */
  timeoutMs?: number
}

export type WaitForCallback = (idOrReference: string, options?: WaitForCallbackOptions) => Promise<Delivery>

/** Waits for the first attempt to end, whatever came of it: a test of a handler that fails would wait in vain else. */
export function waitForCallback(sandbox: Sandbox, world: string, closed: AbortSignal): WaitForCallback {
  return async (idOrReference, { timeoutMs = 5_000 } = {}) => {
    const { id, order } = await sandbox.find(world, idOrReference)
    if (order.actions.callbackUrl === null) throw new Error(`Transaction ${id} has no callback_url: nobody is told`)

    const deliveries = await withPatience({ timeoutMs, cutBy: [closed] }, (signal) =>
      lookUntil({
        sandbox,
        world,
        look: async () => (await sandbox.deliveries(world, { limit: 100, transaction: id })).items,
        isEnough: (seen) => seen.some(isAttempted),
        signal,
      }),
    )

    const attempted = deliveries.find(isAttempted)
    if (attempted) return attempted
    if (closed.aborted) throw new Error(`The sandbox was closed before the callback of transaction ${id}`)
    throw new Error(whyNone(await sandbox.find(world, id), deliveries[0], timeoutMs))
  }
}

function isAttempted({ attempts }: Delivery): boolean {
  return attempts.length > 0
}

function whyNone({ id, status }: Transaction, delivery: Delivery | undefined, timeoutMs: number): string {
  const none = `No callback of transaction ${id} was attempted within ${timeoutMs} ms`
  if (status === 'PENDING') return `${none}: it is PENDING. Pay, fail or cancel it first, or let its time pass`
  if (!delivery) return `${none}: it is ${status}, and nothing is to be sent`
  return `${none}: ${delivery.url} has not answered yet, or its turn comes at ${delivery.nextAttemptAt?.toISOString()}`
}
