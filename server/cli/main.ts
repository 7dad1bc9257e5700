import { CommanderError, Command as Program } from 'commander'
import { UsageError } from '../flags.ts'
import { packageVersion } from '../package-version.ts'
import { ca } from './ca.ts'
import { cancel } from './cancel.ts'
import { addCommand, type Command, exitCodes, type Surroundings } from './command.ts'
import { exam } from './exam.ts'
import { exec } from './exec.ts'
import { fail } from './fail.ts'
import { healthcheck } from './healthcheck.ts'
import { list } from './list.ts'
import { pay } from './pay.ts'
import { start } from './start.ts'
import { verify } from './verify.ts'

/** Runs the command line and gives the exit code. `start` is what happens when no command is named. */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let exitCode: number = exitCodes.fine
  const program = new Program('intram-sandbox')
    .description('A fake of the Intram payment API, and the contract that holds it to the real one.')
    .version(packageVersion(), '--version', 'Print the version')
    .helpOption('-h, --help', 'Print this help')
    .helpCommand(false)
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
  addCommand(program, start as Command<never>, { surroundings, finish, isDefault: true })
  for (const command of [verify, exam, pay, fail, cancel, list, exec, ca, healthcheck]) {
    addCommand(program, command as Command<never>, { surroundings, finish })
  }
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.couldNotRun
    if (!(error instanceof UsageError)) throw error
    surroundings.stderr.write(`intram-sandbox: ${error.message}\n`)
    return exitCodes.couldNotRun
  }
}
