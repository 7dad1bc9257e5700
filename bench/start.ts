import { once } from 'node:events'
import { postRequest } from './example.ts'
import { ratios, type Spread, spreadOf } from './numbers.ts'
import { connected, freePort, spawnNode, stop } from './processes.ts'

export type Start = { firstAnswers: FirstAnswer[]; inProcess: { first: Spread; next: Spread } }
export type FirstAnswer = { name: string; ms: Spread; ratio: Spread }

const rounds = 21
const inProcessRuns = 5

// The second one is what the others are compared with.
const contestants = [
  { name: 'bare node:http', args: ['bench/start/bare.mjs'] },
  { name: 'an empty Fastify server', args: ['bench/start/fastify.mjs'] },
  { name: 'intram-sandbox', args: ['dist/server/cli/index.js'] },
]

/** How long a new process takes until it has answered a payment request; the first two know no more than "ok". */
export async function measureStart(): Promise<Start> {
  const times = contestants.map((): number[] => [])
  for (let round = -1; round < rounds; round++) {
    for (const [i, { args }] of contestants.entries()) {
      const ms = await timeToFirstAnswer(args)
      // The first round only fills the disk cache.
      if (round >= 0) times[i]?.push(ms)
    }
  }
  const base = times[1] ?? []
  return {
    firstAnswers: contestants.map(({ name }, i) => ({
      name,
      ms: spreadOf(times[i] ?? []),
      ratio: spreadOf(ratios(times[i] ?? [], base)),
    })),
    inProcess: await measureInProcess(),
  }
}

async function timeToFirstAnswer(args: string[]): Promise<number> {
  const port = await freePort()
  const begin = performance.now()
  const child = spawnNode(args, { port, pinned: false })
  const socket = await connected(port)
  socket.write(postRequest(port))
  const [answer] = (await once(socket, 'data', { signal: AbortSignal.timeout(10_000) })) as [Buffer]
  const ms = performance.now() - begin
  socket.destroy()
  await stop(child)
  if (!answer.toString('latin1').startsWith('HTTP/1.1 200')) throw new Error(`${args.join(' ')} answered: ${answer}`)
  return ms
}

async function measureInProcess(): Promise<Start['inProcess']> {
  const runs: number[][] = []
  while (runs.length < inProcessRuns) {
    const child = spawnNode(['bench/start/in-process.mjs'], { pinned: false, talks: true })
    const [times] = (await once(child, 'message', { signal: AbortSignal.timeout(30_000) })) as [number[]]
    runs.push(times)
    await stop(child)
  }
  return {
    first: spreadOf(runs.map(([first = Number.NaN]) => first)),
    next: spreadOf(runs.flatMap((run) => run.slice(1))),
  }
}
