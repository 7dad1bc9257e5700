import { HttpError } from '../envelope.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Handlers } from './handlers.ts'

/** Where the notation of instants ends. */
const endOfTime = Date.parse('9999-12-31T23:59:59.999Z')

/** What concerns a world as a whole: its time, and its end. */
export function worldHandlers(sandbox: Sandbox): Pick<Handlers, 'readClock' | 'advanceClock' | 'resetWorld'> {
  const clock = (world: string) => ({ now: sandbox.now(world).toISOString() })
  return {
    readClock: async ({ world }) => clock(world),
    async advanceClock({ world, body }) {
      const durationMs = Math.round(body.seconds * 1000)
      if (sandbox.now(world).getTime() + durationMs > endOfTime) {
        throw new HttpError(400, 'This world would leave the year 9999: reset it')
      }
      await sandbox.advance(world, durationMs)
      return clock(world)
    },
    async resetWorld({ world }) {
      await sandbox.reset(world)
      return clock(world)
    },
  }
}
