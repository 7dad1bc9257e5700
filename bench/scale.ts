import { once } from 'node:events'
import { join } from 'node:path'
import { type Contestant, type Standing, standings, takeTurns } from './compare.ts'
import { getRequest, postRequest } from './example.ts'
import type { Filled, Memory } from './filled-server.ts'
import { load, type Sample, writeRequests } from './load.ts'
import { type Server, startServer } from './processes.ts'

export type Scale = {
  post: Standing[]
  get: Standing[]
  getAnywhere: Standing[]
  bytes: Memory
  bytesAfterLoad: Memory
}

/** What the README advises for large stores on Node.js 20; newer versions do so by themselves. */
export const nodeOption = '--max-semi-space-size=64'

const few = 1000
const many = 1_000_000
/** Several starts of each, because how V8 optimizes a process is partly luck. */
export const scaleStarts = 3
const rounds = 4
const roundSeconds = 2
/** More than fits, so that each further insert lets another transaction go, and the code is warm. */
const beyond = 20_000
const fillingMs = 90_000

type Measured = { post: Sample[][]; get: Sample[][]; getAnywhere: Sample[][]; bytes: Memory; bytesAfterLoad: Memory }

/** Whether a million kept transactions slow our server down, and what each of them takes. */
export async function measureScale(folder: string): Promise<Scale> {
  const measured: Measured[] = []
  for (let start = 0; start < scaleStarts; start++) measured.push(await measureOnce(folder))
  const names = [few, many].map((count) => `${count.toLocaleString('en')} kept`)
  const all = (kind: 'post' | 'get' | 'getAnywhere') =>
    standings(
      names,
      names.map((_, i) => measured.flatMap((each) => each[kind][i] ?? [])),
    )
  const most = (kind: 'bytes' | 'bytesAfterLoad', of: keyof Memory) =>
    Math.max(...measured.map((each) => each[kind][of]))
  return {
    post: all('post'),
    get: all('get'),
    getAnywhere: all('getAnywhere'),
    bytes: { heap: most('bytes', 'heap'), rss: most('bytes', 'rss') },
    bytesAfterLoad: { heap: most('bytesAfterLoad', 'heap'), rss: most('bytesAfterLoad', 'rss') },
  }
}

async function measureOnce(folder: string): Promise<Measured> {
  const small = await startFilled(folder, few)
  const large = await startFilled(folder, many)
  const both = [small, large]
  const askFor = (kind: 'ids' | 'lastIds') =>
    both.map(({ server, filled }) => ({
      server,
      requestsFile: writeRequests(
        join(folder, `${server.port}.${kind}`),
        shuffled(filled[kind]).map((id) => getRequest(id, server.port)),
      ),
    }))
  const posts = both.map(({ server }) => ({
    server,
    requestsFile: writeRequests(join(folder, `${server.port}.post`), [postRequest(server.port)]),
  }))
  // GET first: afterwards the transactions begin to go that it asks for.
  const get = await measureWarm(askFor('lastIds'))
  const getAnywhere = await measureWarm(askFor('ids'))
  const post = await measureWarm(posts)

  const afterLoad = await askMemory(large.server)
  await Promise.all(both.map(({ server }) => server.stop()))
  const { before, after } = large.filled
  return { post, get, getAnywhere, bytes: forEach(before, after), bytesAfterLoad: forEach(before, afterLoad) }
}

async function measureWarm(contestants: Contestant[]): Promise<Sample[][]> {
  for (const { server, requestsFile } of contestants) await load(server, requestsFile, 2)
  return takeTurns(contestants, rounds, roundSeconds)
}

async function startFilled(folder: string, count: number): Promise<{ server: Server; filled: Filled }> {
  const args = [
    '--expose-gc',
    nodeOption,
    '--import',
    './scripts/load-typescript.mjs',
    'bench/filled-server.ts',
    `${count}`,
    `${beyond}`,
  ]
  const server = await startServer(args, folder, { talks: true })
  const [filled] = (await once(server.child, 'message', { signal: AbortSignal.timeout(fillingMs) })) as [Filled]
  return { server, filled }
}

async function askMemory({ child }: Server): Promise<Memory> {
  child.send('memory')
  const [memory] = (await once(child, 'message', { signal: AbortSignal.timeout(30_000) })) as [Memory]
  return memory
}

function forEach(before: Memory, after: Memory): Memory {
  return { heap: (after.heap - before.heap) / many, rss: (after.rss - before.rss) / many }
}

function shuffled(ids: string[]): string[] {
  return ids
    .map((id) => ({ id, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id)
}
