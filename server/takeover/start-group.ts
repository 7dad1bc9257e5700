import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { cannotRun } from './run-child.ts'

/** How a command has ended. */
export type End = {
  /** `exit code 1`, or the name of a signal. */
  how: string
  /** The signal to this process that had it stopped, if that was why. */
  stoppedBy: NodeJS.Signals | undefined
}

/** A command, and all that it starts. */
export type Group = {
  /** Rejects with a `UsageError` when the command cannot be run. */
  ended: Promise<End>
  /** Ends them all, by force those that take longer than `graceMs`. A signal to this process does the same. */
  stop(): Promise<void>
}

const lookEveryMs = 50
const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
const hasGroups = process.platform !== 'win32'

/** Starts a command in a process group of its own. What it writes goes to stderr: stdout is for a report. */
export function startGroup([command = '', ...args]: readonly string[], env: NodeJS.ProcessEnv, graceMs = 3_000): Group {
  const child = spawn(command, args, { env, stdio: ['ignore', 2, 2], detached: hasGroups })
  let stoppedBy: NodeJS.Signals | undefined
  const ended = new Promise<End>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => reject(cannotRun(command, error)))
    child.on('exit', (code, signal) => resolve({ how: signal ?? `exit code ${code}`, stoppedBy }))
  })
  // Who has stopped it needs not ask.
  ended.catch(() => {})

  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= end()
    return stopping
  }
  const onSignal = (signal: NodeJS.Signals) => {
    stoppedBy ??= signal
    void stop()
  }
  // Should this process break down meanwhile: what has a group of its own would live on.
  const abandon = () => send('SIGKILL')
  process.on('exit', abandon)
  for (const signal of signals) process.on(signal, onSignal)
  return { ended, stop }

  async function end(): Promise<void> {
    const until = performance.now() + graceMs
    send('SIGTERM')
    while (send(0) && performance.now() < until) await wait(lookEveryMs)
    send('SIGKILL')
    for (const signal of signals) process.off(signal, onSignal)
    process.off('exit', abandon)
  }

  /** False when nobody is left. */
  function send(signal: NodeJS.Signals | 0): boolean {
    try {
      return child.pid !== undefined && process.kill(hasGroups ? -child.pid : child.pid, signal)
    } catch {
      return false
    }
  }
}
