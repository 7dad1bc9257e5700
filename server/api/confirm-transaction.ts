import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Handler } from './handlers.ts'
import { presentConfirmation, type Surroundings } from './present.ts'

type Options = { sandbox: Sandbox; drawQrCode: Surroundings['drawQrCode'] }

export function confirmTransaction({ sandbox, drawQrCode }: Options): Handler<'confirmTransaction'> {
  return async ({ params, world, origin, concerns }) => {
    const transaction = await sandbox.confirm(world, params.transaction_id)
    concerns(transaction.id)
    return presentConfirmation(transaction, { origin, drawQrCode })
  }
}
