import type { Exchange } from './app.ts'
import type { Stage, Verdict } from './exam.ts'

export const passed = (why: string): Verdict => ({ outcome: 'passed', why })
export const failed = (why: string): Verdict => ({ outcome: 'failed', why })
export const notObservable = (why: string): Verdict => ({ outcome: 'not-observable', why })

const blind = 'nothing tells what the application believes: see --believes'

/** After a lie: the application must not take the payment as paid, nor break. */
export async function mustNotBelieve(stage: Stage, id: string, exchange: Exchange): Promise<Verdict> {
  const broken = whyBroken(exchange)
  if (broken) return failed(broken)
  const times = await stage.belief(id)
  if (times !== undefined) return times > 0 ? failed('the application takes it as paid') : passed('it is not believed')
  if (isRefusal(exchange)) return passed(`it was refused with ${exchange.status}`)
  return stage.asked(id) > 0 ? passed('the application asked Intram first') : notObservable(blind)
}

/** A true payment: the application has to take it as paid, exactly once. */
export async function mustBelieveOnce(stage: Stage, id: string): Promise<Verdict> {
  const times = await stage.beliefInTheEnd(id)
  if (times === undefined) {
    return stage.asked(id) > 0 ? passed('the application asked Intram about it') : notObservable(blind)
  }
  if (times === 0) return failed('the application does not take it as paid')
  return times === 1 ? passed('it is taken as paid') : failed(`the application has taken it as paid ${times} times`)
}

export function whyBroken({ status, received }: Exchange): string | undefined {
  if (status === undefined) return `the application gave no answer (${received})`
  return status >= 500 ? `the application failed with ${status}` : undefined
}

function isRefusal({ status = 0 }: Exchange): boolean {
  return status >= 400 && status < 500
}
