import { join } from 'node:path'
import { type Contestant, type Standing, standings, takeTurns } from './compare.ts'
import { getRequest, postRequest } from './example.ts'
import { load, type Sample, writeRequests } from './load.ts'
import { type Server, startServer } from './processes.ts'
import { assertSameAnswers, requestPayment } from './same-answers.ts'

export type Requests = { post: Standing[]; get: Standing[] }

const cli = 'dist/server/cli/index.js'
const programs = {
  'bare node:http': ['--import', './scripts/load-typescript.mjs', 'bench/bare-server.ts'],
  'intram-sandbox': [cli],
  'intram-sandbox --quiet': [cli, '--quiet'],
}

/** Several starts of each server, because how V8 optimizes a process is partly luck. */
export const starts = 3
const roundsPerStart = 5
const roundSeconds = 1
const warmUpSeconds = 3
export const knownIds = 1000

/** How many requests per second our server answers, as it comes and without its request lines, against bare Node. */
export async function measureRequests(folder: string): Promise<Requests> {
  const names = Object.keys(programs)
  const post = names.map((): Sample[] => [])
  const get = names.map((): Sample[] => [])
  for (let start = 0; start < starts; start++) {
    const measured = await measureOnce(folder)
    for (const [i] of names.entries()) {
      post[i]?.push(...(measured.post[i] ?? []))
      get[i]?.push(...(measured.get[i] ?? []))
    }
  }
  return { post: standings(names, post), get: standings(names, get) }
}

async function measureOnce(folder: string): Promise<{ post: Sample[][]; get: Sample[][] }> {
  const servers: Server[] = []
  for (const args of Object.values(programs)) servers.push(await startServer(args, folder))
  const [bare, ...ours] = servers as [Server, ...Server[]]
  for (const server of ours) await assertSameAnswers(bare, server)

  const posts: Contestant[] = []
  const gets: Contestant[] = []
  for (const server of servers) {
    const { port } = server
    const posting = { server, requestsFile: writeRequests(join(folder, `${port}.post`), [postRequest(port)]) }
    await load(server, posting.requestsFile, warmUpSeconds)
    const requests = (await createPayments(server)).map((id) => getRequest(id, port))
    const getting = { server, requestsFile: writeRequests(join(folder, `${port}.get`), requests) }
    await load(server, getting.requestsFile, 1)
    posts.push(posting)
    gets.push(getting)
  }

  // GET first: at its limit a store lets the transactions go that it is asked for.
  const get = await takeTurns(gets, roundsPerStart, roundSeconds)
  const post = await takeTurns(posts, roundsPerStart, roundSeconds)
  await Promise.all(servers.map((server) => server.stop()))
  return { post, get }
}

async function createPayments(server: Server): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < knownIds) ids.push((await requestPayment(server)).transaction_id)
  return ids
}
