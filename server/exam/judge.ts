import type { Text } from '../domain/findings/finding.ts'
import type { Exchange } from './app.ts'
import type { Stage, Verdict } from './exam.ts'
import { whys } from './whys.ts'

export const passed = (why: Text): Verdict => ({ outcome: 'passed', why })
export const failed = (why: Text): Verdict => ({ outcome: 'failed', why })
export const notObservable = (why: Text): Verdict => ({ outcome: 'not-observable', why })

/** After a lie: the application must not take the payment as paid, nor break. */
export async function mustNotBelieve(stage: Stage, id: string, exchange: Exchange): Promise<Verdict> {
  const broken = whyBroken(exchange)
  if (broken) return failed(broken)
  const times = await stage.belief(id)
  if (times !== undefined) return times > 0 ? failed(whys.taken) : passed(whys.notBelieved)
  if (isRefusal(exchange)) return passed(whys.refused(exchange.status))
  return stage.asked(id) > 0 ? passed(whys.askedFirst) : notObservable(whys.blind)
}

/** A true payment: the application has to take it as paid, exactly once. */
export async function mustBelieveOnce(stage: Stage, id: string): Promise<Verdict> {
  const times = await stage.beliefInTheEnd(id)
  if (times === undefined) {
    return stage.asked(id) > 0 ? passed(whys.asked) : notObservable(whys.blind)
  }
  if (times === 0) return failed(whys.notTaken)
  return times === 1 ? passed(whys.takenOnce) : failed(whys.takenOften(times))
}

export function whyBroken({ status, received }: Exchange): Text | undefined {
  if (status === undefined) return whys.noAnswer(received)
  return status >= 500 ? whys.failedWith(status) : undefined
}

function isRefusal({ status = 0 }: Exchange): boolean {
  return status >= 400 && status < 500
}
