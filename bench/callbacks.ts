import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { type Contestant, type Standing, standings, takeTurns } from './compare.ts'
import { keyHeaders, orderBody, postRequest, requestPath } from './example.ts'
import { load, type Sample, writeRequests } from './load.ts'
import { type Server, startServer } from './processes.ts'

const cli = 'dist/server/cli/index.js'
export const pendingCallbacks = 1_000
/** With room for all: at its limit a store lets what is final go first, and the callbacks with it. */
const flags = ['--quiet', '--log-level', 'silent', '--max-transactions', '10000000']
const names = ['nothing pending', `${pendingCallbacks.toLocaleString('en')} pending`]
const starts = 3
const rounds = 6
const roundSeconds = 1

/**
 * What a merchant's server that never answers costs the others: POST beside many callbacks that hang, and beside as many
 * payments that nobody is to be told of.
 */
export async function measureCallbacks(folder: string): Promise<Standing[]> {
  const receiver = await startHangingReceiver()
  const samples = names.map((): Sample[] => [])
  // Several starts of each, because how V8 optimizes a process is partly luck.
  for (let start = 0; start < starts; start++) {
    const measured = await measureOnce(folder, receiver.url)
    for (const [i, own] of measured.entries()) samples[i]?.push(...own)
  }
  await receiver.close()
  return standings(names, samples)
}

async function measureOnce(folder: string, url: string): Promise<Sample[][]> {
  const contestants: Contestant[] = []
  for (const callbackUrl of [null, url]) {
    const server = await startServer([cli, ...flags], folder)
    const requestsFile = writeRequests(join(folder, `${server.port}.post`), [postRequest(server.port)])
    await load(server, requestsFile, 3)
    for (let made = 0; made < pendingCallbacks; made++) await payInto(server, callbackUrl)
    contestants.push({ server, requestsFile })
  }
  const [, burdened] = contestants as [Contestant, Contestant]
  assert.equal(await countPending(burdened.server), pendingCallbacks)
  const samples = await takeTurns(contestants, rounds, roundSeconds)
  assert.equal(await countPending(burdened.server), pendingCallbacks, 'they hang to the end')
  await Promise.all(contestants.map(({ server }) => server.stop()))
  return samples
}

async function startHangingReceiver() {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

// A merchant of its own: the transactions of the load must not push these out of a list.
const headers = { ...keyHeaders, 'X-MARCHAND-KEY': 'hanging', 'Content-Type': 'application/json' }

async function payInto({ port }: Server, callbackUrl: string | null): Promise<void> {
  const { actions, ...order } = JSON.parse(orderBody)
  const body = JSON.stringify({ ...order, actions: { ...actions, callback_url: callbackUrl } })
  const created = await fetch(`http://127.0.0.1:${port}${requestPath}`, { method: 'POST', headers, body })
  const { transaction_id: id } = (await created.json()) as { transaction_id: string }
  const paid = await fetch(`http://127.0.0.1:${port}/__admin/transactions/${id}/pay`, { method: 'POST', headers })
  assert.equal(paid.status, 200)
}

async function countPending({ port }: Server): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/__admin/callbacks?state=pending&limit=1000`, { headers })
  return ((await answer.json()) as { items: unknown[] }).items.length
}
