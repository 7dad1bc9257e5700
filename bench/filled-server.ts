import { silentLog } from '../server/adapters/silent-log.ts'
import { readOrder } from '../server/api/read-order.ts'
import { startFlags } from '../server/config.ts'
import { defaults } from '../server/flags.ts'
import { startServer } from '../server/start-server.ts'
import { keyHeaders, orderBody } from './example.ts'

/** What a child process tells of itself. Bytes. */
export type Memory = { heap: number; rss: number }
/** Ids from all over the store, and as many of the last that were made. */
export type Filled = { before: Memory; after: Memory; ids: string[]; lastIds: string[] }

const [count = 0, beyond = 0] = process.argv.slice(2).map(Number)
// As many are asked for in both stores: what differs is how many are kept.
const mostIds = 1_000

// Our server without request lines, at its limit before the first request: `beyond` transactions have gone already.
const { sandbox } = await startServer({
  ...defaults(startFlags),
  port: Number(process.env.PORT),
  maxTransactions: count,
  merchants: undefined,
  log: silentLog,
  logsRequests: false,
})

const before = memory()
const ids: string[] = []
const lastIds: string[] = []
const stride = Math.ceil(count / mostIds)
for (let i = 0; i < count + beyond; i++) {
  // Parsed anew each time, and the key a new text: with HTTP no transaction shares memory with another one.
  const { world, ...body } = JSON.parse(`{"world":"${keyHeaders['X-MARCHAND-KEY']}",${orderBody.slice(1)}`)
  const { id } = await sandbox.request(world, readOrder(body))
  if (i >= beyond && i % stride === 0) ids.push(id)
  if (i >= count + beyond - mostIds) lastIds.push(id)
}
process.send?.({ before, after: memory(), ids, lastIds } satisfies Filled)
process.on('message', () => process.send?.(memory()))

function memory(): Memory {
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: heapUsed + external, rss }
}
