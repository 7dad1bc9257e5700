import type { CallbackFormat } from '../api/encode-callback.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { End } from '../takeover/index.ts'
import type { App } from './app.ts'
import type { Belief } from './belief.ts'
import type { Case, Result } from './exam.ts'
import { failed } from './judge.ts'
import type { Observer } from './observe.ts'
import { createPlayer } from './play.ts'
import { createStage } from './stage.ts'
import { whys } from './whys.ts'

export type ExamOptions = {
  sandbox: Sandbox
  /** Of the sandbox: `http://localhost:4002` */
  origin: string
  observer: Observer
  app: App
  /** In which the application reads callbacks. */
  callbackFormat: CallbackFormat
  belief: Belief
  /** Has the application start a payment, or asks the developer to. */
  startPayment: () => Promise<void>
  startsByHand: boolean
  /** How the application has ended, if it ends meanwhile and that can be seen. */
  appEnded: Promise<End>
  /** How long to wait for a payment to be started, in ms. */
  startPatienceMs: number
  /** How long the application may take to believe what is true, or to come back, in ms. */
  beliefPatienceMs: number
}

/** Plays the cases one after the other, and tells each result as soon as it is known. */
export async function examine(cases: Case[], options: ExamOptions, tell: (result: Result) => void): Promise<Result[]> {
  const { app, appEnded, beliefPatienceMs } = options
  let playing = ''
  const stage = createStage(options, () => playing)
  const play = await createPlayer(stage, { app, appEnded, patienceMs: beliefPatienceMs })
  const results: Result[] = []
  for (const each of cases) {
    playing = each.code
    app.takeTranscript()
    const verdict = await play(each)
    const { code, title, fix } = each
    const result = { code, title, fix, ...verdict, transcript: app.takeTranscript() }
    results.push(result)
    tell(result)
  }
  app.takeTranscript()
  // Who ends or breaks before has failed by that.
  const fallen = await stage.fallenFor().catch((): string[] => [])
  const transcript = app.takeTranscript()
  return results.map((result) => {
    if (result.outcome !== 'passed' || !fallen.includes(result.code)) return result
    const failure = { ...result, ...failed(whys.takenLater), transcript: [...result.transcript, ...transcript] }
    tell(failure)
    return failure
  })
}
