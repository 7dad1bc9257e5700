import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { bundle } from '../../scripts/bundle.mjs'

type Test = { teardown: (end: () => Promise<void>) => void }
export type Run = {
  child: ChildProcessByStdio<null, Readable, Readable>
  output: { stdout: string; stderr: string }
  /** Resolves once stdout and stderr together match; rejects when the process ends first. */
  until(pattern: RegExp): Promise<RegExpExecArray>
  exit: Promise<{ code: number | null; stdout: string; stderr: string }>
}

/** The CLI as users get it: from its sources each process would take a second more. */
const folder = fileURLToPath(new URL(`../.bundle/${process.pid}`, import.meta.url))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
await bundle(folder)
export const cli = join(folder, 'server/cli/index.js')

const inherited = ['PATH', 'HOME', 'SystemRoot', 'TEMP', 'TMPDIR']

/** Runs the CLI with no environment but what is given. */
export function runCli(t: Test, args: string[], env: Record<string, string> = {}): Run {
  const base = Object.fromEntries(inherited.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...base, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  const listeners = new Set<() => void>()
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk) => {
      output[name] += chunk
      for (const listener of listeners) listener()
    })
  }
  const exit = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, ...output }))
  })
  t.teardown(async () => {
    child.kill('SIGKILL')
    await exit
  })
  return {
    child,
    output,
    exit,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(`${output.stdout}\n${output.stderr}`)
          if (found) resolve(found)
        }
        listeners.add(look)
        look()
        void exit.then(() => reject(new Error(`ended without ${pattern}: ${output.stdout}${output.stderr}`)))
      }),
  }
}
