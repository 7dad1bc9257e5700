import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Handlers } from './handlers.ts'
import { presentCallback, presentPage } from './present.ts'
import type { WaitingRoom } from './waiting-room.ts'

type Options = { sandbox: Sandbox; waitForItems: WaitingRoom }

export function callbackHandlers({
  sandbox,
  waitForItems,
}: Options): Pick<Handlers, 'listCallbacks' | 'replayCallback'> {
  return {
    async listCallbacks(call) {
      const { limit = 50, after, transaction, state } = call.query
      const query = { limit, after, transaction, state }
      return presentPage(await waitForItems(call, () => sandbox.deliveries(call.world, query)), presentCallback)
    },
    replayCallback: async ({ world, params }) => presentCallback(await sandbox.replay(world, params.id)),
  }
}
