import { encodeCallback } from '../api/encode-callback.ts'
import { presentNotification } from '../api/present-notification.ts'
import type { Final, Transaction } from '../domain/transaction.ts'
import { pay } from '../domain/transaction.ts'
import { UsageError } from '../flags.ts'
import { packageVersion } from '../package-version.ts'
import { paymentOf } from '../sandbox/payment-details.ts'
import { waitForCallback } from '../wait-for-callback.ts'
import { createBodies } from './bodies.ts'
import type { Payment, Stage } from './exam.ts'
import type { ExamOptions } from './examine.ts'
import { nextPayment } from './next-payment.ts'
import { afterFirst } from './relapse.ts'
import { refuseScenario } from './unplayable.ts'
import { createWatch } from './watch.ts'

const never = new AbortController().signal
/** More than an attempt may take. */
const callbackPatienceMs = 20_000

/** What cases are played on. `playing` is the code of the one that is being played. */
export function createStage(options: ExamOptions, playing: () => string): Stage {
  const { sandbox, origin, observer, app, beliefPatienceMs: patienceMs } = options
  const next = afterFirst(playing, () => nextPayment(options))
  const beliefs = { ofItsOwn: afterFirst(playing, options.belief), ofOthers: afterFirst(playing, options.belief) }
  const ids = new Set<string>()
  const paidIds = new Set<string>()
  /** By the ids that they are about, the cases that told them. */
  const lies = new Map<string, string[]>()
  const surroundings = { origin, drawQrCode: () => undefined }
  let open: Payment | undefined
  let settled: Payment | undefined

  async function start(): Promise<Payment> {
    const started = await next()
    const { id, reference, world, order } = started
    const { callbackUrl, returnUrl } = order.actions
    refuseScenario(started)
    if (callbackUrl === null) throw new UsageError('The payment has no callback_url: there is nothing to examine')
    if (!app.isPart(callbackUrl)) {
      throw new UsageError(`callback_url is ${callbackUrl}, which is not part of --app ${app.origin}`)
    }
    ids.add(id)
    // Before anything hostile is sent: what fails here is not what this case has done.
    await belief(id)
    const look = () => sandbox.find(world, id)
    return { id, reference, world, amount: order.amount, callbackUrl, returnUrl, look }
  }

  /** A way to ask that knows the application's own payments only has never worked for others. */
  function belief(id: string) {
    return ids.has(id) ? beliefs.ofItsOwn(id) : beliefs.ofOthers(id)
  }

  const stage: Stage = {
    app,
    belief,
    bodies: createBodies(options.callbackFormat),
    ...createWatch({ belief, observer, patienceMs }),
    asked: observer.asked,
    isToldPaid: observer.isToldPaid,
    async pending() {
      const isOpen = open && (await open.look()).status === 'PENDING' && !(await belief(open.id))
      if (!open || !isOpen) open = await start()
      return open
    },
    async paid() {
      if (!settled || Number((await belief(settled.id)) ?? 1) !== 1) {
        settled = await stage.pending()
        await stage.settle(settled, 'pay')
      }
      return settled
    },
    forget() {
      open = undefined
      settled = undefined
    },
    remember(lie, isBelieved) {
      if (isBelieved) lies.delete(lie)
      else lies.set(lie, [...(lies.get(lie) ?? []), playing()])
    },
    async fallenFor() {
      const fallen: string[] = []
      for (const [id, codes] of lies) if (!paidIds.has(id) && (await belief(id))) fallen.push(...codes)
      return fallen
    },
    async settle({ world, id }, how) {
      if (how === 'pay' || how === 'pay-quietly') paidIds.add(id)
      if (how === 'pay-quietly') return void (await sandbox.attempt(id, {}, payQuietly))
      await sandbox[how](world, id)
      await waitForCallback(sandbox, world, never)(id, { timeoutMs: callbackPatienceMs })
    },
    wait: ({ world }, durationMs) => sandbox.advance(world, durationMs),
    async foreign() {
      const { order } = await ((await stage.pending()).look() as Promise<Transaction>)
      const actions = { ...order.actions, callbackUrl: null }
      const { id } = await sandbox.request('another-merchant', { ...order, actions })
      return sandbox.pay('another-merchant', id)
    },
    callbackOf(told) {
      const { headers, body } = encodeCallback({
        url: '',
        notification: presentNotification(told, surroundings),
        format: options.callbackFormat,
        deliveryId: told.id,
        attempt: 1,
        version: packageVersion(),
      })
      return { headers, body }
    },
    async asIfPaid(payment) {
      const transaction = await payment.look()
      return pay(transaction, paymentOf(payment.amount, {}, undefined), sandbox.now(payment.world)) as Final
    },
  }
  return stage
}

const payQuietly = {
  settlement: { ending: 'success', afterMs: 0, afterPolls: 0 },
  callback: { kind: 'no-callback' },
} as const
