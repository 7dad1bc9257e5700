import { execFile, execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { cpuSeconds, loadCore, onCore, type Server } from './processes.ts'

export const connections = 64
const script = fileURLToPath(new URL('load.lua', import.meta.url))
const run = promisify(execFile)

/** What one burst of load showed. `cpuMicros` is the server's CPU time for a request, where the system tells it. */
export type Sample = { perSecond: number; p99Ms: number; cpuMicros: number | undefined }
type Summary = { requests: number; seconds: number; refused: number; lost: number; p99Ms: number }

export function wrkVersion(): string | undefined {
  try {
    execFileSync('wrk', ['--version'], { stdio: 'pipe' })
  } catch (error) {
    // It prints its version and exits 1.
    const { stdout } = error as { stdout?: Buffer }
    return stdout?.toString().split(' ').slice(0, 2).join(' ')
  }
}

/** Writes requests to a file, from which `load` sends them in turn. */
export function writeRequests(file: string, requests: string[]): string {
  writeFileSync(file, requests.join('\x01'))
  return file
}

/** Asks as fast as the server answers. Any answer but a success is an error: it would be faster than the real one. */
export async function load({ port, pid }: Server, requestsFile: string, seconds: number): Promise<Sample> {
  const args = [
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '-s',
    script,
    `http://127.0.0.1:${port}`,
    '--',
    requestsFile,
  ]
  const before = cpuSeconds(pid)
  const { stdout } = await run(...onCore(loadCore, 'wrk', args))
  const after = cpuSeconds(pid)
  const summary: Summary = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
  if (summary.refused + summary.lost > 0)
    throw new Error(`${summary.refused} refused and ${summary.lost} lost requests`)
  return {
    perSecond: summary.requests / summary.seconds,
    p99Ms: summary.p99Ms,
    cpuMicros: before === undefined || after === undefined ? undefined : ((after - before) / summary.requests) * 1e6,
  }
}
