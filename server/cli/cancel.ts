import type { Command } from './command.ts'
import { controlFlags } from './control/flags.ts'

export const cancel: Command<typeof controlFlags> = {
  name: 'cancel',
  operand: { name: 'ID', help: 'The transaction_id, or the reference' },
  description: 'Cancel a transaction of a running sandbox, as its customer would',
  flags: controlFlags,
  async run(values, { operand, surroundings }) {
    const { settle } = await import('./control/settle.ts')
    return settle({ verb: 'cancel', id: operand, values, surroundings })
  },
}
