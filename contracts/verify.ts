import { IntramError } from '../client/index.ts'
import { hider } from '../client/judge.ts'
import { readSettings, type Settings } from '../client/settings.ts'
import { ask } from './ask.ts'
import { CannotVerify } from './cannot-verify.ts'
import { converse, type Heard } from './conversation.ts'
import { told } from './explain.ts'
import { gatherDrift } from './gather-drift.ts'
import { greet } from './greet.ts'
import type { ApiPromise } from './promise.ts'
import { topics } from './promises/index.ts'
import type { Hide } from './redact.ts'
import type { FailOn, Report, Result } from './report.ts'
import type { Target } from './target.ts'

/** Told of each answer, with the promise that asked for it. */
export type Listener = (answer: Heard, asked: Asked) => void
export type Asked = Pick<ApiPromise, 'promise' | 'source'>

type Options = { failOn?: FailOn; timeoutMs?: number; heard?: Listener | undefined }

const greeting: Asked = { promise: 'a payment can be started', source: 'http-doc' }

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
        const outcome = await ask(promise, conversation, { failOn, hide })
        promises.push({ topic, promise: promise.promise, source: promise.source, ...outcome })
      }
    }
  } finally {
    await conversation.close()
  }
  const isBroken =
    promises.some(({ outcome }) => outcome === 'broken') || drift.gathered().some(({ weight }) => weight === 'failure')
  return {
    target: hide(baseUrl),
    verdict: isBroken ? 'broken' : 'kept',
    calls: conversation.calls(),
    promises,
    drift: drift.gathered(),
  }
}

function settingsOf(target: Target): Settings {
  try {
    return readSettings(target, {})
  } catch (error) {
    if (error instanceof IntramError) throw new CannotVerify(`${told(error)} (${error.url})`)
    throw error
  }
}
