import { IntramError } from '../client/index.ts'
import { CannotVerify } from './cannot-verify.ts'
import type { Conversation } from './conversation.ts'
import { told } from './explain.ts'
import { newPayment } from './payments.ts'
import { type Hide, say } from './redact.ts'

/** Makes the payment that most promises look at, unless it shows that the target cannot be asked anything. */
export async function greet({ tools, last }: Conversation, target: string, hide: Hide): Promise<void> {
  try {
    await tools.once(newPayment)
  } catch (error) {
    if (!(error instanceof IntramError)) throw error
    const { status } = error
    const because = say(told(error), hide)
    if (status === undefined) {
      throw new CannotVerify(`${target} does not answer (${because}): check the address and that it runs`)
    }
    if (status === 401 || status === 403) {
      throw new CannotVerify(`${target} refuses the keys (${because}): check INTRAM_PUBLIC_KEY and the others`)
    }
    const isElsewhere = status === 404 || status === 405 || (status >= 300 && status < 400)
    if (isElsewhere || last().answer?.json === undefined) {
      throw new CannotVerify(`${target} does not answer like Intram (${because}): its URL should end in /api/v1`)
    }
    // A wrong answer is no obstacle: the promises that look at it will say so.
  }
}
