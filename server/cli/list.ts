import { type Flag, readInteger, readOneOf } from '../flags.ts'
import { type Command, exitCodes } from './command.ts'
import { controlFlags } from './control/flags.ts'
import type { ShownTransaction } from './control/settle.ts'

const flags = {
  ...controlFlags,
  status: {
    value: 'STATUS',
    default: undefined,
    read: readOneOf('PENDING', 'SUCCESS', 'FAIL', 'CANCELED'),
    help: {
      en: 'Only those of this status: PENDING, SUCCESS, FAIL, CANCELED',
      fr: 'Seulement celles de ce statut : PENDING, SUCCESS, FAIL, CANCELED',
    },
  } as Flag<'PENDING' | 'SUCCESS' | 'FAIL' | 'CANCELED' | undefined>,
  limit: {
    value: 'NUMBER',
    default: 20,
    read: readInteger(1, 1000),
    help: { en: 'How many at most, newest first', fr: 'Combien au plus, les plus récentes d’abord' },
  } as Flag<number>,
}

type Page = { items: ShownTransaction[]; next: string | null }

export const list: Command<typeof flags> = {
  name: 'list',
  description: 'List the transactions of a running sandbox',
  flags,
  async run({ status, limit, json, ...where }, { surroundings: { env, stdout } }) {
    const [{ connect }, { transactionTable }] = await Promise.all([
      import('./control/connect.ts'),
      import('./control/transaction-table.ts'),
    ])
    const control = connect(where, env)
    const page = await control<Page>('GET', `/transactions?limit=${limit}${status ? `&status=${status}` : ''}`)
    if (json) {
      stdout.write(`${JSON.stringify(page)}\n`)
      return exitCodes.fine
    }
    const { now } = await control<{ now: string }>('GET', '/clock')
    stdout.write(transactionTable(page.items, new Date(now)))
    if (page.next !== null) stdout.write('… and older ones: see --limit\n')
    return exitCodes.fine
  },
}
