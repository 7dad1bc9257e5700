import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Handler } from './handlers.ts'
import { createPolledAnswers } from './polled-answers.ts'
import { presentConfirmation, type Surroundings } from './present.ts'

type Options = { sandbox: Sandbox; drawQrCode: Surroundings['drawQrCode'] }

export function confirmTransaction({ sandbox, drawQrCode }: Options): Handler<'confirmTransaction'> {
  const answerOf = createPolledAnswers()
  return async ({ params, world, origin, concerns, serialize, written }) => {
    const transaction = await sandbox.confirm(world, params.transaction_id)
    concerns(transaction.id)
    const write = () => serialize(presentConfirmation(transaction, { origin, drawQrCode }))
    return written(answerOf(transaction, origin, write))
  }
}
