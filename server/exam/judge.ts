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
  const times = isRefusal(exchange) ? await stage.belief(id) : await stage.afterLie(id, askedBefore)
  if (times !== undefined) return times > 0 ? failed(whys.taken) : passed(whys.notBelieved)
  if (isRefusal(exchange)) return passed(whys.refused(exchange.status))
  return stage.asked(id) > askedBefore ? passed(whys.askedFirst) : notObservable(whys.blind)
}

/** A true payment: the application has to take it as paid, exactly once, and because Intram says so. */
export async function mustBelieveOnce(stage: Stage, id: string): Promise<Verdict> {
  const times = await stage.afterTruth(id)
  if (times === undefined) {
    return stage.asked(id) > 0 ? passed(whys.asked) : notObservable(whys.blind)
  }
  if (times === 0) return failed(whys.notTaken)
  if (times > 1) return failed(whys.takenOften(times))
  return stage.isToldPaid(id) ? passed(whys.takenOnce) : { ...failed(whys.takenUnasked), fix: fixes.confirm }
}

export function whyBroken({ status, received }: Exchange): Text | undefined {
  if (status === undefined) return whys.noAnswer(received)
  return status >= 500 ? whys.failedWith(status) : undefined
}

function isRefusal({ status = 0 }: Exchange): boolean {
  return status >= 400 && status < 500
}
