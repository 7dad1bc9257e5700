import { setTimeout as wait } from 'node:timers/promises'
import { UsageError } from '../flags.ts'
import { withPatience } from '../patience.ts'
import { type End, startGroup, takeOver } from '../takeover/index.ts'
import type { App } from './app.ts'

type Options = Parameters<typeof takeOver>[1] & { app: App; startUpMs?: number; graceMs?: number }

const lookEveryMs = 100

/** Runs the application in front of the sandbox for as long as something else takes, which begins once it answers. */
export async function withApp<Result>(
  command: readonly string[],
  { app, startUpMs = 60_000, graceMs, ...options }: Options,
  use: (appEnded: Promise<End>) => Promise<Result>,
): Promise<Result> {
  // It would be examined in the command's place, which ends because the port is taken.
  if (await app.isThere()) {
    throw new UsageError(
      `${app.origin} answers before the command is run: stop what is there, or leave out the command`,
    )
  }
  return takeOver(command, options, async (line, env) => {
    const { ended, stop } = startGroup(line, env, graceMs)
    try {
      const tooEarly = ended.then(({ how, stoppedBy }) => {
        const what = stoppedBy ? `Stopped by ${stoppedBy}` : `The command has ended (${how})`
        throw new UsageError(`${what} before ${app.origin} answered`)
      })
      const answered = await withPatience({ timeoutMs: startUpMs, cutBy: [] }, (signal) =>
        Promise.race([answers(app, signal), tooEarly]),
      )
      if (!answered) throw new UsageError(`${app.origin} did not answer within ${startUpMs / 1000} s: is it --app?`)
      return await use(ended)
    } finally {
      await stop()
    }
  })
}

async function answers(app: App, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    if (await app.isThere(signal)) return true
    await wait(lookEveryMs)
  }
  return false
}
