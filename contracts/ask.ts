import type { Conversation } from './conversation.ts'
import { explain } from './explain.ts'
import { type ApiPromise, type Need, Skipped } from './promise.ts'
import { type Hide, say } from './redact.ts'
import type { FailOn, Outcome } from './report.ts'

const reasons: Record<Need, string> = {
  customer: 'needs a customer, whom nobody can play through the API',
  'another merchant': 'simulation only: needs the keys of a second merchant',
  simulation: 'simulation only: were it broken, a large payment would be left behind',
}

type Options = { failOn: FailOn; hide: Hide }

/** Asks one promise, and says what became of it. */
export async function ask(
  promise: ApiPromise,
  { tools, simulationTools, forget, last }: Conversation,
  { failOn, hide }: Options,
): Promise<Outcome> {
  forget()
  try {
    if (promise.needs === undefined) await promise.check(tools)
    else if (simulationTools) await promise.check({ ...tools, ...simulationTools })
    else return { outcome: 'skipped', reason: reasons[promise.needs] }
    return { outcome: 'kept' }
  } catch (error) {
    if (error instanceof Skipped) return { outcome: 'skipped', reason: error.message }
    const { answer: call, silence } = last()
    if (silence !== undefined) return { outcome: 'unanswered', reason: say(silence, hide) }
    return {
      outcome: promise.source === 'assumed' && failOn !== 'assumed' ? 'contradicted' : 'broken',
      message: explain(error, hide),
      ...(call && { exchange: { method: call.method, path: hide(call.path), status: call.status } }),
    }
  }
}
