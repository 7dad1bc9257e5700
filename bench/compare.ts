import { load, type Sample } from './load.ts'
import { ratios, type Spread, spreadOf } from './numbers.ts'
import type { Server } from './processes.ts'

export type Contestant = { server: Server; requestsFile: string }

/** One contestant's speed, and how it compares with the first one's, round by round. */
export type Standing = {
  name: string
  perSecond: Spread
  p99Ms: number
  cpuMicros: number | undefined
  ratio: Spread
  /** The same by CPU time for a request instead of requests per second: what other processes take does not count. */
  cpuRatio: number | undefined
}

/** Short bursts in turn, whoever begins changing from round to round, so that a noisy machine is noisy for all. */
export async function takeTurns(contestants: Contestant[], rounds: number, seconds: number): Promise<Sample[][]> {
  const samples = contestants.map((): Sample[] => [])
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const i = (round + turn) % contestants.length
      const { server, requestsFile } = contestants[i] as Contestant
      samples[i]?.push(await load(server, requestsFile, seconds))
    }
  }
  return samples
}

/** How all compare with the first one. */
export function standings(names: string[], samples: Sample[][]): Standing[] {
  const [base = []] = samples
  return names.map((name, i) => standing(name, samples[i] ?? [], base))
}

function standing(name: string, own: Sample[], base: Sample[]): Standing {
  const perSecond = own.map((sample) => sample.perSecond)
  const cpu = own.flatMap(({ cpuMicros }) => cpuMicros ?? [])
  const baseCpu = base.flatMap(({ cpuMicros }) => cpuMicros ?? [])
  const knowsCpu = cpu.length === own.length && baseCpu.length === base.length
  return {
    name,
    perSecond: spreadOf(perSecond),
    p99Ms: spreadOf(own.map((sample) => sample.p99Ms)).median,
    cpuMicros: knowsCpu ? spreadOf(cpu).median : undefined,
    ratio: spreadOf(
      ratios(
        perSecond,
        base.map((sample) => sample.perSecond),
      ),
    ),
    cpuRatio: knowsCpu ? spreadOf(ratios(baseCpu, cpu)).median : undefined,
  }
}
