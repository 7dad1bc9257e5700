import { CommanderError, Command as Program } from 'commander'
import { UsageError } from '../flags.ts'
import { packageVersion } from '../package-version.ts'
import { addCommand, type Command, exitCodes, type Surroundings } from './command.ts'

/** Loaded when they are asked for: the time to start counts. In the order in which the help lists them. */
const commands = {
  start: async () => (await import('./start.ts')).start,
  verify: async () => (await import('./verify.ts')).verify,
  exam: async () => (await import('./exam.ts')).exam,
  pay: async () => (await import('./pay.ts')).pay,
  fail: async () => (await import('./fail.ts')).fail,
  cancel: async () => (await import('./cancel.ts')).cancel,
  list: async () => (await import('./list.ts')).list,
  exec: async () => (await import('./exec.ts')).exec,
  ca: async () => (await import('./ca.ts')).ca,
  healthcheck: async () => (await import('./healthcheck.ts')).healthcheck,
}

const hint = `
Without a command it starts, and takes the options of start (--port 0):
\`intram-sandbox start --help\` lists them, with their environment variables.`

/** Runs the command line and gives the exit code. `start` is what happens when no command is named. */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let exitCode: number = exitCodes.fine
  const program = new Program('intram-sandbox')
    .description('A fake of the Intram payment API, and the contract that holds it to the real one.')
    .version(packageVersion(), '--version', 'Print the version')
    .helpOption('-h, --help', 'Print this help')
    .helpCommand('help [COMMAND]', 'Print this help, or that of a command')
    .addHelpText('after', hint)
    .enablePositionalOptions()
    .configureOutput({
      writeOut: (text) => surroundings.stdout.write(text),
      writeErr: (text) => surroundings.stderr.write(text),
      outputError: (text, write) => write(`intram-sandbox: ${text.replace(/^error: /, '')}`),
    })
    .showHelpAfterError('See --help.')
    .exitOverride()
  const finish = (code: number) => {
    exitCode = code
  }
  const asksForHelp = args[0] === 'help' || args.includes('--help') || args.includes('-h')
  for (const [name, load] of Object.entries(commands)) {
    const isDefault = name === 'start'
    const isAskedFor = isDefault || args.includes(name) || asksForHelp
    if (isAskedFor) addCommand(program, (await load()) as Command<never>, { surroundings, finish, isDefault })
  }
  try {
    checkHelp(args)
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.couldNotRun
    if (!(error instanceof UsageError)) throw error
    surroundings.stderr.write(`intram-sandbox: ${error.message}\n`)
    return exitCodes.couldNotRun
  }
}

/** Commander would answer the name of no command with the whole help, and not say why. */
function checkHelp([first, name]: readonly string[]): void {
  if (first !== 'help' || name === undefined || name.startsWith('-') || Object.hasOwn(commands, name)) return
  throw new UsageError(`unknown command '${name}'. See --help.`)
}
