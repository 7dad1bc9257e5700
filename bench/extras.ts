import { join } from 'node:path'
import { type Contestant, type Standing, standings, takeTurns } from './compare.ts'
import { getRequest, postRequest } from './example.ts'
import { load, type Sample, writeRequests } from './load.ts'
import { startServer } from './processes.ts'
import { requestPayment } from './same-answers.ts'
import { buildWithoutJournal } from './without-journal.ts'

export type Extras = { journal: Standing[]; quietJournal: Standing[]; tlsPost: Standing[]; tlsGet: Standing[] }

const cli = 'dist/server/cli/index.js'
const quiet = [cli, '--quiet']
/** Many starts with few rounds: what is measured here is less than by what two starts of the same server differ. */
export const extraStarts = 16
const rounds = 3
const roundSeconds = 1

/** What a request costs that does not use them: the journal with its findings, and TLS on the same port. */
export async function measureExtras(folder: string): Promise<Extras> {
  const withoutJournal = await buildWithoutJournal()
  const journal = await measurePair(folder, [[withoutJournal], [cli]], ['post'])
  const quietJournal = await measurePair(folder, [[withoutJournal, '--quiet'], quiet], ['post'])
  const tls = await measurePair(folder, [quiet, [...quiet, '--tls']], ['get', 'post'])
  return {
    journal: standings(['without the journal', 'with journal and findings'], journal.post),
    quietJournal: standings(['--quiet without the journal', '--quiet with journal and findings'], quietJournal.post),
    tlsPost: standings(['plain HTTP', 'plain HTTP beside TLS'], tls.post),
    tlsGet: standings(['plain HTTP', 'plain HTTP beside TLS'], tls.get),
  }
}

/** Several starts of each, because how V8 optimizes a process is partly luck. */
async function measurePair(
  folder: string,
  both: [string[], string[]],
  asked: ('get' | 'post')[],
): Promise<{ post: Sample[][]; get: Sample[][] }> {
  const post = both.map((): Sample[] => [])
  const get = both.map((): Sample[] => [])
  for (let start = 0; start < extraStarts; start++) {
    const servers = await Promise.all(both.map((args) => startServer(args, folder)))
    const posts: Contestant[] = []
    const gets: Contestant[] = []
    for (const server of servers) {
      const posting = writeRequests(join(folder, `${server.port}.post`), [postRequest(server.port)])
      await load(server, posting, 3)
      const { transaction_id } = await requestPayment(server)
      const getting = writeRequests(join(folder, `${server.port}.get`), [getRequest(transaction_id, server.port)])
      await load(server, getting, 1)
      posts.push({ server, requestsFile: posting })
      gets.push({ server, requestsFile: getting })
    }
    for (const kind of asked) {
      const [contestants, all] = kind === 'get' ? [gets, get] : [posts, post]
      for (const [i, samples] of (await takeTurns(contestants, rounds, roundSeconds)).entries())
        all[i]?.push(...samples)
    }
    await Promise.all(servers.map((server) => server.stop()))
  }
  return { post, get }
}
