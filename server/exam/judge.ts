import type { Text } from '../domain/findings/finding.ts'
import type { Exchange } from './app.ts'
import type { Stage, Verdict } from './exam.ts'
import { fixes } from './fixes.ts'
import { whys } from './whys.ts'

export const passed = (why: Text): Verdict => ({ outcome: 'passed', why })
export const failed = (why: Text): Verdict => ({ outcome: 'failed', why })
export const notObservable = (why: Text): Verdict => ({ outcome: 'not-observable', why })

/** Lies about a payment: the application must not take it as paid, nor break. */
export async function mustNotBelieve(stage: Stage, id: string, lie: () => Promise<Exchange>): Promise<Verdict> {
  const askedBefore = stage.asked(id)
  const exchange = await lie()
  const broken = whyBroken(exchange)
  if (broken) return failed(broken)
  // Who has refused a callback has done with it.
  const believed = isRefusal(exchange) ? await stage.belief(id) : await stage.afterLie(id, askedBefore)
  stage.remember(id, Boolean(believed))
  if (believed !== undefined) return believed ? failed(whys.taken) : passed(whys.notBelieved)
  if (isRefusal(exchange)) return passed(whys.refused(exchange.status))
  return stage.asked(id) > askedBefore ? passed(whys.askedFirst) : notObservable(whys.blind)
}

/** What has to show for a case to pass: that the application asks Intram, that it believes, or how often. */
type Sight = 'asking' | 'belief' | 'number'

/** A true payment: the application has to take it as paid, not more than once, and because Intram says so. */
export async function mustBelieve(stage: Stage, id: string, sight: Sight = 'belief'): Promise<Verdict> {
  const believed = await stage.afterTruth(id)
  const isToldPaid = stage.isToldPaid(id)
  if (believed === undefined) {
    if (!isToldPaid) return { ...failed(whys.neverAsked), fix: fixes.confirm }
    return sight === 'asking' ? passed(whys.asked) : notObservable(whys.blind)
  }
  if (!believed) return failed(isToldPaid ? whys.notTakenThoughTold : whys.notTaken)
  if (Number(believed) > 1) return failed(whys.takenOften(Number(believed)))
  if (!isToldPaid) return { ...failed(whys.takenUnasked), fix: fixes.confirm }
  return believed === true && sight === 'number' ? notObservable(whys.uncounted) : passed(whys.takenOnce)
}

export function whyBroken({ status, received }: Exchange): Text | undefined {
  if (status === undefined) return whys.noAnswer(received)
  return status >= 500 ? whys.failedWith(status) : undefined
}

function isRefusal({ status = 0 }: Exchange): boolean {
  return status >= 400 && status < 500
}
