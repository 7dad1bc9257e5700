import type { components } from '../../admin/schema.gen.ts'
import type { Values } from '../../flags.ts'
import { exitCodes, type Surroundings } from '../command.ts'
import { connect, Refused } from './connect.ts'
import type { controlFlags } from './flags.ts'

export type ShownTransaction = components['schemas']['Transaction']

type Settle = {
  verb: 'pay' | 'fail' | 'cancel'
  id: string
  body?: object
  values: Values<typeof controlFlags>
  surroundings: Surroundings
}

/** Settles one transaction and says so; 1 when the sandbox says no. */
export async function settle({ verb, id, body, values, surroundings }: Settle): Promise<number> {
  const { json, ...where } = values
  const control = connect(where, surroundings.env)
  try {
    const path = `/transactions/${encodeURIComponent(id)}/${verb}`
    const transaction = await control<ShownTransaction>('POST', path, body)
    surroundings.stdout.write(json ? `${JSON.stringify(transaction)}\n` : sentence(transaction))
    return exitCodes.fine
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    surroundings.stderr.write(`intram-sandbox: ${error.message}\n`)
    return exitCodes.checkFailed
  }
}

function sentence({ id, status, amount, payment }: ShownTransaction): string {
  const how = payment ? ` and ${payment.fees} XOF of fees, by ${payment.channel} ${payment.account_number ?? ''}` : ''
  return `${id} is ${status}: ${amount} XOF${how.trimEnd()}\n`
}
