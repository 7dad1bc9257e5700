import { setTimeout as wait } from 'node:timers/promises'
import type { Belief, Believed } from './belief.ts'
import type { Observer } from './observe.ts'

type Options = { belief: Belief; observer: Observer; patienceMs: number }

const lookEveryMs = 100
const leastGraceMs = 100

/** Sees what the application makes of a callback, which may be a while after it has answered. */
export function createWatch({ belief, observer, patienceMs }: Options) {
  let lagMs: number | undefined

  /** A bit more than the truth has taken: as long as that is unknown, all the time that there is. */
  const graceMs = () => (lagMs === undefined ? patienceMs : Math.min(patienceMs, lagMs * 1.5 + leastGraceMs))

  /** Who cannot be asked what it believes shows by asking Intram that it has heard of the payment. */
  const isMissing = (id: string, believed: Believed) =>
    believed === undefined ? !observer.isToldPaid(id) : Number(believed) === 0

  return {
    async afterTruth(id: string): Promise<Believed> {
      const since = performance.now()
      const tookMs = () => performance.now() - since
      let believed = await belief(id)
      while (isMissing(id, believed) && tookMs() < patienceMs) {
        await wait(lookEveryMs)
        believed = await belief(id)
      }
      // Who has not believed the truth by now would believe no lie by now.
      lagMs = Math.max(lagMs ?? 0, isMissing(id, believed) ? 0 : tookMs())
      if (!believed) return believed
      await wait(graceMs())
      return belief(id)
    },

    async afterLie(id: string, askedBefore: number): Promise<Believed> {
      let until = performance.now() + graceMs()
      let believed = await belief(id)
      while (!believed && performance.now() < until) {
        // Once it knows the truth it acts on it at once.
        if (observer.asked(id) > askedBefore) until = Math.min(until, performance.now() + leastGraceMs)
        await wait(lookEveryMs)
        believed = await belief(id)
      }
      return believed
    },
  }
}
