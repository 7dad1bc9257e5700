import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, platform, release, totalmem } from 'node:os'
import { wrkVersion } from './load.ts'

/** What the numbers hold for. */
export type Machine = { cpu: string; cores: number; memoryGb: number; system: string; versions: string; date: string }

export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    versions: `Node ${process.versions.node}, Fastify ${versionOf('fastify')}, ${wrkVersion()}`,
    date: new Date().toISOString().slice(0, 10),
  }
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
}
