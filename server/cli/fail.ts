import type { Command } from './command.ts'
import { controlFlags } from './control/flags.ts'

export const fail: Command<typeof controlFlags> = {
  name: 'fail',
  operand: { name: 'ID', help: 'The transaction_id, or the reference' },
  description: 'Let a transaction of a running sandbox fail, as its provider would',
  flags: controlFlags,
  async run(values, { operand, surroundings }) {
    const { settle } = await import('./control/settle.ts')
    return settle({ verb: 'fail', id: operand, values, surroundings })
  },
}
