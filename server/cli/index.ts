#!/usr/bin/env node
import { createRequire } from 'node:module'
import { Command } from 'commander'
import { UsageError } from '../flags.ts'
import { addCommand, exitCodes } from './command.ts'
import { healthcheck } from './healthcheck.ts'
import { start } from './start.ts'
import { verify } from './verify.ts'

const program = new Command('intram-sandbox')
  .description('A fake of the Intram payment API, and the contract that holds it to the real one.')
  .version(readVersion(), '--version', 'Print the version')
  .helpOption('-h, --help', 'Print this help')
  .helpCommand(false)
  .showHelpAfterError('(--help lists what there is)')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? exitCodes.fine : exitCodes.couldNotRun))

addCommand(program, start, { isDefault: true })
addCommand(program, verify)
addCommand(program, healthcheck)

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`intram-sandbox: ${error.message}\n`)
  process.exitCode = exitCodes.couldNotRun
}

function readVersion(): string {
  return createRequire(import.meta.url)('intram-sandbox/package.json').version
}
