import type { Flag } from '../flags.ts'
import type { Command } from './command.ts'
import { controlFlags } from './control/flags.ts'

const flags = {
  ...controlFlags,
  channel: {
    value: 'NAME',
    default: undefined,
    read: (text) => text,
    help: {
      en: 'How the customer pays: MTN, MOOV, VISA, MASTERCARD or card; MTN without it',
      fr: 'Moyen de paiement du client : MTN, MOOV, VISA, MASTERCARD ou card ; sinon MTN',
    },
  } as Flag<string | undefined>,
  accountNumber: {
    value: 'NUMBER',
    default: undefined,
    read: (text) => text,
    help: {
      en: 'The customer’s number, 61000000 without it; here it decides nothing: the payment succeeds',
      fr: 'Numéro du client, sinon 61000000 ; ici il ne décide de rien : le paiement réussit',
    },
  } as Flag<string | undefined>,
}

export const pay: Command<typeof flags> = {
  name: 'pay',
  operand: { name: 'ID', help: 'The transaction_id, or the reference' },
  description: 'Pay a transaction of a running sandbox, as its customer would',
  flags,
  async run({ channel, accountNumber, ...values }, { operand, surroundings }) {
    const { settle } = await import('./control/settle.ts')
    const body = {
      ...(channel !== undefined && { channel }),
      ...(accountNumber !== undefined && { account_number: accountNumber }),
    }
    return settle({ verb: 'pay', id: operand, body, values, surroundings })
  },
}
