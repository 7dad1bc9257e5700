import { IntramError } from '../client/index.ts'
import { hider } from '../client/judge.ts'
import { readSettings, type Settings } from '../client/settings.ts'
import { ask } from './ask.ts'
import { CannotVerify } from './cannot-verify.ts'
import { converse } from './conversation.ts'
import { told } from './explain.ts'
import { gatherDrift } from './gather-drift.ts'
import { greet } from './greet.ts'
import type { ApiPromise } from './promise.ts'
import { topics } from './promises/index.ts'
import type { Hide } from './redact.ts'
import type { Drift, FailOn, Outcome, Report, Result } from './report.ts'
import type { Heard } from './seen.ts'
import type { Target } from './target.ts'

/** Told of each answer, with the promise that asked for it. */
export type Listener = (answer: Heard, asked: Asked) => void
export type Asked = Pick<ApiPromise, 'promise' | 'source'>

type Options = { failOn?: FailOn; timeoutMs?: number; heard?: Listener | undefined }

const greeting: Asked = { promise: 'a payment can be started', source: 'http-doc' }

/** So many calls in a row without a verdict, and the target is gone: each may have taken the whole time-out. */
const patience = 3
const notAsked: Outcome = { outcome: 'skipped', reason: `not asked: ${patience} calls in a row got no verdict` }

/** Asks a target every promise, one after the other. Throws `CannotVerify` when it cannot be asked at all. */
export async function verify(
  target: Target,
  { failOn = 'broken', timeoutMs = 30_000, heard }: Options = {},
): Promise<Report> {
  const { baseUrl, keys } = settingsOf(target)
  const secrets = [keys, ...(target.simulation ? [target.simulation.otherMerchant] : [])].map(hider)
  const hide: Hide = (text) => secrets.reduce((hidden, hideKeys) => hideKeys(hidden), text)
  const drift = gatherDrift({ failOn, hide })
  let asked = greeting
  const conversation = converse({
    target: { ...target, baseUrl, keys },
    timeoutMs,
    heard(answer) {
      drift.listen(answer, asked.source)
      heard?.(answer, asked)
    },
  })
  const promises: Result[] = []
  try {
    await greet(conversation, hide(baseUrl), hide)
    for (const [topic, list] of Object.entries(topics)) {
      for (const promise of list) {
        asked = promise
        const isGone = conversation.silences() >= patience
        const outcome = isGone ? notAsked : await ask(promise, conversation, { failOn, hide })
        promises.push({ topic, promise: promise.promise, source: promise.source, ...outcome })
      }
    }
  } finally {
    await conversation.close()
  }
  const drifted = drift.gathered()
  return {
    target: hide(baseUrl),
    verdict: verdictOf(promises, drifted),
    calls: conversation.calls(),
    promises,
    drift: drifted,
  }
}

function verdictOf(promises: Result[], drift: Drift[]): Report['verdict'] {
  const some = (sought: Outcome['outcome']) => promises.some(({ outcome }) => outcome === sought)
  if (some('broken') || drift.some(({ weight }) => weight === 'failure')) return 'broken'
  return some('unanswered') ? 'undecided' : 'kept'
}

function settingsOf(target: Target): Settings {
  try {
    return readSettings(target, {})
  } catch (error) {
    if (error instanceof IntramError) throw new CannotVerify(`${told(error)} (${error.url})`)
    throw error
  }
}
