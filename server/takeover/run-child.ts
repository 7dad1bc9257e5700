import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { isatty } from 'node:tty'
import { UsageError } from '../flags.ts'

/** What is passed on. A terminal sends the first two to the command by itself. */
const fromTerminal: readonly NodeJS.Signals[] = ['SIGINT', 'SIGQUIT']
const signals: readonly NodeJS.Signals[] = [...fromTerminal, 'SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGUSR2']

/** Runs a command as if it had been called itself, and gives its exit code: 128 + n after signal n, as shells say. */
export function runChild([command = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: 'inherit' })
    const isAtTerminal = [0, 1, 2].some((descriptor) => isatty(descriptor))
    const passOn = (signal: NodeJS.Signals) => {
      if (!(isAtTerminal && fromTerminal.includes(signal))) child.kill(signal)
    }
    const end = () => {
      for (const signal of signals) process.off(signal, passOn)
    }
    for (const signal of signals) process.on(signal, passOn)
    child.on('error', (error: NodeJS.ErrnoException) => {
      end()
      reject(cannotRun(command, error))
    })
    child.on('exit', (code, signal) => {
      end()
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/** Who sets a variable where only a shell would, has perhaps set a key. */
export function cannotRun(command: string, { code }: NodeJS.ErrnoException): UsageError {
  return new UsageError(`\`${command.replace(/^(\w+=).*/s, '$1…')}\` cannot be run (${code})`)
}
