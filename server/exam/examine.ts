import { setTimeout as wait } from 'node:timers/promises'
import { encodeCallback } from '../api/encode-callback.ts'
import { presentNotification } from '../api/present-notification.ts'
import type { Final, Transaction } from '../domain/transaction.ts'
import { pay } from '../domain/transaction.ts'
import { UsageError } from '../flags.ts'
import { packageVersion } from '../package-version.ts'
import { paymentOf } from '../sandbox/payment-details.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { End } from '../takeover/index.ts'
import { waitForCallback } from '../wait-for-callback.ts'
import type { App } from './app.ts'
import type { Belief } from './belief.ts'
import type { Case, Payment, Result, Stage } from './exam.ts'
import type { Observer } from './observe.ts'
import { createPlayer } from './play.ts'

export type ExamOptions = {
  sandbox: Sandbox
  /** Of the sandbox: `http://localhost:4002` */
  origin: string
  observer: Observer
  app: App
  belief: Belief
  /** Has the application start a payment, or asks the developer to. */
  startPayment: () => Promise<void>
  /** How the application has ended, if it ends meanwhile and that can be seen. */
  appEnded: Promise<End>
  /** How long to wait for a payment to be started, in ms. */
  startPatienceMs: number
  /** How long the application may take to believe what is true, or to come back, in ms. */
  beliefPatienceMs: number
}

const lookEveryMs = 100
const never = new AbortController().signal
/** More than an attempt may take. */
const callbackPatienceMs = 20_000

/** Plays the cases one after the other, and tells each result as soon as it is known. */
export async function examine(cases: Case[], options: ExamOptions, tell: (result: Result) => void): Promise<Result[]> {
  const { app, appEnded, beliefPatienceMs } = options
  const play = await createPlayer(createStage(options), { app, appEnded, patienceMs: beliefPatienceMs })
  const results: Result[] = []
  for (const each of cases) {
    app.takeTranscript()
    const verdict = await play(each)
    const { code, title, fix } = each
    const result = { code, title, fix, ...verdict, transcript: app.takeTranscript() }
    results.push(result)
    tell(result)
  }
  return results
}

function createStage(options: ExamOptions): Stage {
  const { sandbox, origin, observer, app, belief } = options
  const surroundings = { origin, drawQrCode: () => undefined }
  let open: Payment | undefined
  let settled: Payment | undefined

  async function start(): Promise<Payment> {
    const timeout = AbortSignal.timeout(options.startPatienceMs)
    const next = observer.nextPayment(timeout)
    const [started] = await Promise.all([next, options.startPayment()]).catch((error) => {
      next.catch(() => {})
      throw timeout.aborted ? new UsageError(lateMessage(origin)) : error
    })
    const { id, reference, world, order } = started
    const { callbackUrl, returnUrl } = order.actions
    if (callbackUrl === null) throw new UsageError('The payment has no callback_url: there is nothing to examine')
    for (const [name, url] of Object.entries({ callback_url: callbackUrl, return_url: returnUrl })) {
      if (url !== null && !app.isPart(url))
        throw new UsageError(`${name} is ${url}, which is not part of --app ${app.origin}`)
    }
    const look = () => sandbox.find(world, id)
    return { id, reference, world, amount: order.amount, callbackUrl, returnUrl, look }
  }

  const stage: Stage = {
    app,
    belief,
    asked: observer.asked,
    async pending() {
      const isOpen = open && (await open.look()).status === 'PENDING' && !(await belief(open.id))
      if (!open || !isOpen) open = await start()
      return open
    },
    async paid() {
      if (!settled || ((await belief(settled.id)) ?? 1) !== 1) {
        settled = await stage.pending()
        await stage.settle(settled, 'pay')
      }
      return settled
    },
    async settle({ world, id }, how) {
      if (how === 'pay-quietly') return void (await sandbox.attempt(id, {}, payQuietly))
      await sandbox[how](world, id)
      await waitForCallback(sandbox, world, never)(id, { timeoutMs: callbackPatienceMs })
    },
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
        format: 'json',
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
    async beliefInTheEnd(id) {
      const until = performance.now() + options.beliefPatienceMs
      for (;;) {
        const times = await belief(id)
        if (times === undefined || times > 0 || performance.now() > until) return times
        await wait(lookEveryMs)
      }
    },
  }
  return stage
}

const payQuietly = {
  settlement: { ending: 'success', afterMs: 0, afterPolls: 0 },
  callback: { kind: 'no-callback' },
} as const

function lateMessage(origin: string): string {
  return (
    'The application started no payment in time. Is it running, and does it use this sandbox? ' +
    `INTRAM_BASE_URL=${origin}/api/v1`
  )
}
