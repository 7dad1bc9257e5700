import { readPaymentDetails } from '../sandbox/payment-details.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Handlers } from './handlers.ts'
import { presentPage, presentTransaction } from './present.ts'
import type { WaitingRoom } from './waiting-room.ts'

type Options = { sandbox: Sandbox; waitForItems: WaitingRoom }
type Ids = 'listTransactions' | 'findTransaction' | 'payTransaction' | 'failTransaction' | 'cancelTransaction'

const pathOf = (field: 'channel' | 'accountNumber') => (field === 'channel' ? '/channel' : '/account_number')

export function transactionHandlers({ sandbox, waitForItems }: Options): Pick<Handlers, Ids> {
  return {
    async listTransactions(call) {
      const { limit = 50, after, status } = call.query
      const page = await waitForItems(call, () => sandbox.list(call.world, { limit, after, status }))
      return presentPage(page, presentTransaction)
    },
    findTransaction: async ({ world, params }) => presentTransaction(await sandbox.find(world, params.id)),
    async payTransaction({ world, params, body }) {
      const { channel, account_number: accountNumber } = body ?? {}
      const how = { ...(channel !== undefined && { channel }), ...(accountNumber !== undefined && { accountNumber }) }
      return presentTransaction(await sandbox.pay(world, params.id, readPaymentDetails(how, pathOf)))
    },
    failTransaction: async ({ world, params, body }) =>
      presentTransaction(await sandbox.fail(world, params.id, body?.reason)),
    cancelTransaction: async ({ world, params }) => presentTransaction(await sandbox.cancel(world, params.id)),
  }
}
