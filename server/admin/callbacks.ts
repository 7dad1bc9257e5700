import type { Delivery } from '../domain/delivery.ts'
import { explain } from '../domain/doctor/explain.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Handlers } from './handlers.ts'
import { presentCallback, presentPage } from './present.ts'
import type { WaitingRoom } from './waiting-room.ts'

type Options = { sandbox: Sandbox; waitForItems: WaitingRoom; insideContainer: boolean }

export function callbackHandlers({
  sandbox,
  waitForItems,
  insideContainer,
}: Options): Pick<Handlers, 'listCallbacks' | 'replayCallback'> {
  const present = (delivery: Delivery) => presentCallback(explain(delivery, insideContainer))
  return {
    async listCallbacks(call) {
      const { limit = 50, after, transaction, state } = call.query
      const query = { limit, after, transaction, state }
      return presentPage(await waitForItems(call, () => sandbox.deliveries(call.world, query)), present)
    },
    replayCallback: async ({ world, params }) => present(await sandbox.replay(world, params.id)),
  }
}
