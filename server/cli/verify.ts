import { environmentNames, type Keys } from '../../client/settings.ts'
import type { Report } from '../../contracts/report.ts'
import { readEnvironment, UsageError, type Values } from '../flags.ts'
import { type Command, exitCodes } from './command.ts'
import { verifyFlags as flags } from './verify-flags.ts'

type Options = Values<typeof flags>

/** What the command takes from its process. */
type Surroundings = {
  env: NodeJS.ProcessEnv
  colors: boolean
  write: (text: string) => void
  note: Note
}
type Note = (text: string) => void

export const verify: Command<typeof flags> = {
  name: 'verify',
  description: 'Ask a target (the real sandbox, or a fake) the promises of the API, and report what it keeps',
  flags,
  run(values) {
    const { stdout, stderr, env } = process
    const colors = stdout.isTTY === true && !values.noColor && stdout.hasColors()
    const note = (text: string) => stderr.write(text)
    return verifyTarget(values, { env, colors, write: (text) => stdout.write(text), note })
  },
}

const codes = { kept: exitCodes.fine, broken: exitCodes.checkFailed, undecided: exitCodes.couldNotRun }

/** Asks the promises with the keys of the environment, or reads a recording, and writes what became of them. */
export async function verifyTarget(values: Options, { env, colors, write, note }: Surroundings): Promise<number> {
  refuseMixture(values, env)
  const { format, failOn, replay } = values
  // Loaded only now: the start-up time of the other commands counts.
  const [{ formats }, { CannotVerify }] = await Promise.all([
    import('../../contracts/report/index.ts'),
    import('../../contracts/cannot-verify.ts'),
  ])
  try {
    const { report, record } =
      replay === undefined
        ? await ask(values, readKeys(env), note)
        : { report: (await import('../../contracts/replay.ts')).replay(replay, { failOn }) }
    write(formats[format](report, { colors }))
    // Only now: the report is worth having even when the folder is full.
    record?.()
    return codes[report.verdict]
  } catch (error) {
    if (error instanceof CannotVerify) throw new UsageError(error.message)
    throw error
  }
}

async function ask(
  { target, failOn, merchantHeader, allowLive, record }: Options,
  keys: Keys,
  note: Note,
): Promise<{ report: Report; record?: () => void }> {
  const [{ verify }, { liveLooking }, { openRecorder }] = await Promise.all([
    import('../../contracts/verify.ts'),
    import('../../contracts/live-keys.ts'),
    import('../../contracts/recording/open-recorder.ts'),
  ])
  const live = liveLooking(keys)
  if (live.length > 0 && !allowLive) throw new UsageError(liveMessage(live.map((name) => environmentNames[name])))
  const recorder = record === undefined ? undefined : openRecorder(record, { baseUrl: target, keys })
  const report = await verify({ baseUrl: target, keys, merchantHeader }, { failOn, heard: recorder?.heard })
  if (!recorder) return { report }
  const tellOf = (count: number) => `${count} answers are in ${record}. Read their messages before you share them.\n`
  return { report, record: () => note(tellOf(recorder.write())) }
}

/** What asks a target and what asks nobody do not go together. A target in the environment is for other runs. */
function refuseMixture({ target, record, replay }: Options, env: NodeJS.ProcessEnv): void {
  if (replay === undefined) return
  if (record !== undefined) throw new UsageError('--record and --replay do not go together: record first, then replay')
  if (target !== (readEnvironment(flags, env).target ?? flags.target.default)) {
    throw new UsageError('--replay asks nobody: leave out --target')
  }
}

type Name = keyof typeof environmentNames

function readKeys(env: NodeJS.ProcessEnv): Record<Name, string> {
  const entries = Object.entries(environmentNames).map(
    ([name, variable]) => [name, env[variable]?.trim() ?? ''] as const,
  )
  const missing = entries.filter(([, key]) => key === '').map(([name]) => environmentNames[name as Name])
  if (missing.length === 0) return Object.fromEntries(entries) as Record<Name, string>
  throw new UsageError(
    `There are no keys to ask with: set ${missing.join(', ')} to those of your Intram sandbox account, ` +
      'or to the ones that `intram-sandbox` prints when it starts (and INTRAM_BASE_URL with them)',
  )
}

function liveMessage(variables: string[]): string {
  return (
    `${variables.join(' and ')} look${variables.length === 1 ? 's' : ''} like live: the sandbox's keys begin with ` +
    'tpk_ and tsk_. Use those, or say --allow-live: each run starts about 20 payments of 200 XOF, and pays none'
  )
}
