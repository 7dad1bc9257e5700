import type { Transaction } from '../domain/transaction.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Handler } from './handlers.ts'
import { presentConfirmation, type Surroundings } from './present.ts'
import { remember } from './remember.ts'

type Options = { sandbox: Sandbox; drawQrCode: Surroundings['drawQrCode'] }
type Answered = { transaction?: Transaction; origin?: string; text: Buffer }

/** Whoever waits for a payment asks for it again and again: as many as are asked for at a time keep their answer. */
const mostPolled = 2_000

export function confirmTransaction({ sandbox, drawQrCode }: Options): Handler<'confirmTransaction'> {
  const lastAnswer = remember(mostPolled, (): Answered => ({ text: Buffer.alloc(0) }))
  return async ({ params, world, origin, concerns, serialize, written }) => {
    const transaction = await sandbox.confirm(world, params.transaction_id)
    concerns(transaction.id)
    const last = lastAnswer(transaction.id)
    // A transaction is never changed, but replaced.
    if (last.transaction !== transaction || last.origin !== origin) {
      const text = Buffer.from(serialize(presentConfirmation(transaction, { origin, drawQrCode })))
      Object.assign(last, { transaction, origin, text } satisfies Answered)
    }
    return written(last.text)
  }
}
