import type { Pending } from '../domain/transaction.ts'
import { UsageError } from '../flags.ts'
import type { ExamOptions } from './examine.ts'
import { Unanswered } from './relapse.ts'

type Options = Pick<ExamOptions, 'observer' | 'origin' | 'startPayment' | 'startsByHand' | 'startPatienceMs'>

/** Has the application start a payment, and waits until the sandbox has seen it. */
export async function nextPayment(options: Options): Promise<Pending> {
  const { observer, origin, startPayment, startsByHand, startPatienceMs } = options
  const timeout = AbortSignal.timeout(startPatienceMs)
  const next = observer.nextPayment(timeout)
  const [started] = await Promise.all([next, startPayment()]).catch((error) => {
    next.catch(() => {})
    if (!timeout.aborted) throw error
    const hint = `. Is it running, and does it use this sandbox? INTRAM_BASE_URL=${origin}/api/v1`
    if (startsByHand) throw new UsageError(`The application started no payment in time${hint}`)
    const what = {
      en: '--start: the application started no payment in time',
      fr: '--start : l’application n’a pas créé de paiement à temps',
    }
    throw new Unanswered(what, hint)
  })
  return started
}
