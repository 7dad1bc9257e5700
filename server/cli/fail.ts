import { failureReasons } from '../domain/transaction.ts'
import { type Flag, readOneOf } from '../flags.ts'
import type { Command } from './command.ts'
import { controlFlags } from './control/flags.ts'

const flags = {
  ...controlFlags,
  reason: {
    value: 'REASON',
    default: undefined,
    read: readOneOf(...failureReasons),
    help: {
      en: 'What the customer reads of it: insufficient-funds, wrong-pin, account-blocked',
      fr: 'Ce que le client en lit : insufficient-funds, wrong-pin, account-blocked',
    },
  } as Flag<(typeof failureReasons)[number] | undefined>,
}

export const fail: Command<typeof flags> = {
  name: 'fail',
  operand: { name: 'ID', help: 'The transaction_id, or the reference' },
  description: 'Let a transaction of a running sandbox fail, as its provider would',
  flags,
  async run({ reason, ...values }, { operand, surroundings }) {
    const { settle } = await import('./control/settle.ts')
    return settle({ verb: 'fail', id: operand, body: { ...(reason && { reason }) }, values, surroundings })
  },
}
