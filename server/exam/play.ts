import { setTimeout as wait } from 'node:timers/promises'
import type { Text } from '../domain/findings/finding.ts'
import { Refusal } from '../domain/refusal.ts'
import { UsageError } from '../flags.ts'
import type { End } from '../takeover/index.ts'
import type { App } from './app.ts'
import type { Case, Stage, Verdict } from './exam.ts'
import { failed, notObservable } from './judge.ts'
import { Relapse } from './relapse.ts'
import { whys } from './whys.ts'

type Options = {
  app: App
  /** How the application ends, if it was run by us. */
  appEnded: Promise<End>
  /** How long the application may take to answer again, in ms. */
  patienceMs: number
}

type Played = { verdict: Verdict; isLast: boolean }

const lookEveryMs = 100

const unbroken: Text = {
  en:
    'What one request leaves behind must not break those after it: refuse what you cannot read before you store ' +
    'any of it, and let no exception leave the handler.',
  fr:
    'Ce que laisse une requête ne doit pas faire échouer les suivantes : refusez ce que vous ne pouvez pas lire avant ' +
    'd’en enregistrer quoi que ce soit, et ne laissez aucune exception sortir du gestionnaire.',
}

/**
 * Plays cases to their verdicts. One that the application does not outlive has failed, and after it there is nothing to
 * see; so has one after which it lives, but cannot do what it could before.
 */
export async function createPlayer(stage: Stage, { app, appEnded, patienceMs }: Options) {
  // Whoever starts payments by hand may start the application later.
  let wasThere = await app.isThere()
  let lostIn: string | undefined
  let brokenIn: string | undefined
  let previous: string | undefined

  return async (each: Case): Promise<Verdict> => {
    if (lostIn !== undefined) return notObservable(whys.endedBefore(lostIn))
    const ended = appEnded.then(async ({ how, stoppedBy }) => {
      if (stoppedBy) throw new UsageError(`Stopped by ${stoppedBy} during ${each.code}`)
      // It is not the application that has ended: the command has to stay with it.
      if (await app.isThere()) throw new UsageError(`The command has ended (${how}), but ${app.origin} still answers`)
      return last(whys.commandEnded(how))
    })
    const { verdict, isLast } = await Promise.race([ended, play(each)])
    if (isLast) lostIn = each.code
    previous = each.code
    return verdict
  }

  /** Looks after the application, too: it may have answered, and ended because of what it was asked. */
  async function play(each: Case): Promise<Played> {
    const [played] = await Promise.allSettled([each.play(stage)])
    const isThere = await comesBack()
    if (wasThere && !isThere) return last(whys.gone)
    wasThere = isThere
    if (played.status === 'rejected') return { verdict: relapsed(each.code, played.reason), isLast: false }
    brokenIn = undefined
    return { verdict: played.value, isLast: false }
  }

  function relapsed(code: string, error: unknown): Verdict {
    if (error instanceof Refusal && error.code === 'transaction_already_final') {
      throw new UsageError(
        `During ${code} somebody else has paid, failed or canceled the payment that the exam plays with: leave that to it`,
      )
    }
    if (!(error instanceof Relapse)) throw error
    stage.forget()
    const { what, workedIn } = error
    const isInherited = workedIn !== code
    if (isInherited && brokenIn !== undefined) return notObservable(whys.failsStill(what, brokenIn))
    brokenIn = code
    const last = isInherited ? (previous ?? workedIn) : code
    return { ...failed(whys.failsNow(what, workedIn, last)), fix: unbroken }
  }

  async function comesBack(): Promise<boolean> {
    const until = performance.now() + patienceMs
    for (;;) {
      if (await app.isThere()) return true
      if (!wasThere || performance.now() > until) return false
      // Nobody waits for this once the command has ended.
      await wait(lookEveryMs, undefined, { ref: false })
    }
  }
}

function last(why: Text): Played {
  return { verdict: failed(why), isLast: true }
}
