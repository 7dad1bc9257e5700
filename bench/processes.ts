import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type Server = { port: number; pid: number; child: ChildProcess; stop(): Promise<void> }

export const serverCore = 0
export const loadCore = 1

/** Whether server and load can have a core each. Elsewhere than on Linux the system places them as it likes. */
export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0

export function onCore(core: number, command: string, args: string[]): [string, string[]] {
  return canPin ? ['taskset', ['-c', String(core), command, ...args]] : [command, args]
}

/** For the certificate authority, which is none of the user's. */
const dataHome = mkdtempSync(join(tmpdir(), 'intram-sandbox-bench-data-'))
process.once('exit', () => rmSync(dataHome, { recursive: true, force: true }))

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

type Spawning = { port?: number; output?: number | 'ignore'; pinned?: boolean; talks?: boolean }

/** Nothing of the caller's environment but the path: no NODE_OPTIONS, and no INTRAM_SANDBOX_… */
export function spawnNode(args: string[], { port = 0, output = 'ignore', pinned = true, talks = false }: Spawning) {
  const [command, all] = pinned ? onCore(serverCore, process.execPath, args) : [process.execPath, args]
  const child = spawn(command, all, {
    env: { PATH: process.env.PATH, PORT: String(port), XDG_DATA_HOME: dataHome },
    stdio: ['ignore', output, output, ...(talks ? (['ipc'] as const) : [])],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/** Starts a server whose output goes to a file: a pipe that nobody reads would stop it. */
export async function startServer(args: string[], folder: string, { talks = false } = {}): Promise<Server> {
  const port = await freePort()
  const outputFile = join(folder, `${port}.log`)
  const child = spawnNode(args, { port, output: openSync(outputFile, 'w'), talks })
  const ended = once(child, 'exit').then(() => {
    throw new Error(`A server ended early: node ${args.join(' ')}\n${readFileSync(outputFile, 'utf8').slice(-2000)}`)
  })
  ended.catch(() => {})
  const socket = await Promise.race([connected(port), ended])
  socket.destroy()
  return { port, pid: child.pid as number, child, stop: () => stop(child) }
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  const impatient = setTimeout(() => child.kill('SIGKILL'), 3000)
  await exit
  clearTimeout(impatient)
}

/** Below the range from which outgoing connections take theirs: else a waiting client can end up talking to itself. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => resolve(true))
    })
    if (!isFree) continue
    server.close()
    await once(server, 'close')
    return port
  }
}

/** Tries every millisecond until the port takes a connection. */
export async function connected(port: number, withinMs = 30_000) {
  const end = performance.now() + withinMs
  while (performance.now() < end) {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    try {
      await once(socket, 'connect')
      return socket
    } catch {
      await wait(1)
    }
  }
  throw new Error(`Nothing listens on port ${port} after ${withinMs} ms`)
}

/** The CPU time that a process has taken, in ticks of 10 ms; only Linux tells. */
export function cpuSeconds(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
