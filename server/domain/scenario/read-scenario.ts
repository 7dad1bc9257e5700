import { readDuration } from '../duration.ts'
import { Refusal } from '../refusal.ts'
import { type FailureReason, failureReasons } from '../transaction.ts'
import type { Ending, Scenario, Settlement } from './scenario.ts'

/** What one word of a scenario says. Two words must not speak of the same thing. */
type Part = {
  answer?: Scenario['answer']
  callback?: Scenario['callback']
  ending?: Ending
  reason?: FailureReason
  afterMs?: number
  afterPolls?: number
}

const endings = ['success', 'fail', 'cancel', 'expire', 'never-settles'] as const
const answers = ['lost-answer', 'time-out', 'server-error'] as const
const callbacks = ['no-callback', 'duplicate-callback', 'callback-before-response', 'wrong-amount-callback'] as const

const usualLatenessMs = 60_000
const longest = 200
const mostPolls = 1000

/**
 * Reads words in any order, as in `pending*2;success`, `fail:wrong-pin@3s` or `success;duplicate-callback`. An ending
 * takes a reason (`fail:wrong-pin`) and a time (`@3s`, the same as `delayed:3s`); waits without an ending succeed.
 */
export function readScenario(text: string, path?: string): Scenario {
  const parts = text.length <= longest ? text.split(';').map((word) => readWord(word.trim())) : [undefined]
  const whole: Part = {}
  for (const part of parts) {
    if (!part || Object.keys(part).some((name) => name in whole)) throw new Refusal('scenario_not_readable', path)
    Object.assign(whole, part)
  }
  const scenario = assemble(whole)
  if (!isPossible(scenario)) throw new Refusal('scenario_not_readable', path)
  return scenario
}

function readWord(word: string): Part | undefined {
  const [, name = '', argument, at, count] = /^([a-z-]+)(?::([a-z0-9-]+))?(?:@(\w+))?(?:\*(\d{1,4}))?$/.exec(word) ?? []
  const ending = endings.find((known) => known === name)
  if (ending) return count === undefined ? readEnding(ending, argument, at) : undefined
  if (at !== undefined) return undefined
  if (name === 'pending' && argument === undefined) return readPolls(Number(count ?? 1))
  if (count !== undefined) return undefined
  if (name === 'delayed') return argument === undefined ? undefined : readTime(argument)
  if (name === 'late-callback') {
    const afterMs = argument === undefined ? usualLatenessMs : readMs(argument)
    return afterMs === undefined ? undefined : { callback: { kind: name, afterMs } }
  }
  if (argument !== undefined) return undefined
  const answer = answers.find((known) => known === name)
  if (answer) return { answer }
  const kind = callbacks.find((known) => known === name)
  return kind && { callback: { kind } }
}

function readEnding(ending: Ending, argument: string | undefined, at: string | undefined): Part | undefined {
  const time = at === undefined ? {} : readTime(at)
  if (!time) return undefined
  if (argument === undefined) return { ending, ...time }
  const reason = failureReasons.find((known) => known === argument)
  return ending === 'fail' && reason ? { ending, reason, ...time } : undefined
}

function readPolls(afterPolls: number): Part | undefined {
  return afterPolls >= 1 && afterPolls <= mostPolls ? { afterPolls } : undefined
}

function readTime(text: string): Part | undefined {
  const afterMs = readMs(text)
  return afterMs === undefined ? undefined : { afterMs }
}

function readMs(text: string): number | undefined {
  try {
    return readDuration(text)
  } catch {
    return undefined
  }
}

function assemble({ answer, callback, ending, reason, afterMs, afterPolls }: Part): Scenario {
  const isSettled = ending !== undefined || afterMs !== undefined || afterPolls !== undefined
  // A callback that comes before the answer tells of an end that came before it, too.
  const settlement: Settlement | undefined =
    isSettled || callback?.kind === 'callback-before-response'
      ? { ending: ending ?? 'success', ...(reason && { reason }), afterMs: afterMs ?? 0, afterPolls: afterPolls ?? 0 }
      : undefined
  return { ...(answer && { answer }), ...(settlement && { settlement }), ...(callback && { callback }) }
}

function isPossible({ settlement, callback }: Scenario): boolean {
  if (!settlement) return true
  const waits = settlement.afterMs > 0 || settlement.afterPolls > 0
  const endsByItself = settlement.ending !== 'expire' && settlement.ending !== 'never-settles'
  if (!endsByItself && waits) return false
  return callback?.kind !== 'callback-before-response' || (endsByItself && !waits)
}
