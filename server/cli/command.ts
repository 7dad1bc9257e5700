import { Option, type Command as Program } from 'commander'
import { environmentName, type Flags, flagName, readEnvironment, readNamed, UsageError, type Values } from '../flags.ts'

/** What the commands promise to scripts; `exec` returns its child's. */
export const exitCodes = { fine: 0, checkFailed: 1, couldNotRun: 2 } as const

/** What a command line runs in: the process, or a test. */
export type Surroundings = {
  env: NodeJS.ProcessEnv
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown }
}

/** One command of the CLI. `run` gives the exit code; what cannot run throws a `UsageError`. */
export type Command<Table extends Flags> = {
  name: string
  description: string
  /** The one thing that has to follow the command's name, if it is about one. */
  operand?: { name: string; help: string }
  /** Or all that follows, with options that are not ours. */
  commandLine?: { name: string; help: string; isOptional?: boolean }
  flags: Table
  run(values: Values<Table>, call: Call): Promise<number>
}

/** What a command is told besides its options; without an `operand` to ask for, that is empty. */
export type Call = { operand: string; operands: readonly string[]; surroundings: Surroundings }

type Options = { surroundings: Surroundings; finish: (exitCode: number) => void; isDefault?: boolean }

/** Adds a command whose options come from its flags: the command line wins over the environment, that over defaults. */
export function addCommand<Table extends Flags>(
  program: Program,
  { name, description, operand, commandLine, flags, run }: Command<Table>,
  { surroundings, finish, isDefault = false }: Options,
): void {
  const command = program.command(name, { isDefault }).description(description).allowExcessArguments()
  const options = Object.entries(flags).map(([key, flag]) => ({ key, flag, option: optionOf(key, flags) }))
  for (const { option } of options) command.addOption(option)
  if (operand) command.argument(`<${operand.name}>`, operand.help)
  if (commandLine) {
    const words = `${commandLine.name}...`
    const argument = commandLine.isOptional ? `[${words}]` : `<${words}>`
    command.passThroughOptions().argument(argument, commandLine.help)
  }
  command.action(async () => {
    const given = command.opts<Record<string, string | boolean>>()
    const [unknown] = commandLine ? [] : command.args.slice(operand ? 1 : 0)
    if (unknown !== undefined) throw new UsageError(`unknown command or argument '${unknown}'. See --help.`)
    const environment = readEnvironment(flags, surroundings.env)
    const values = options.map(({ key, flag, option }) => {
      const text = given[option.attributeName()]
      if (option.isBoolean() || option.negate) {
        const isGiven = command.getOptionValueSource(option.attributeName()) === 'cli'
        return [key, isGiven || (environment[key] ?? flag.default)]
      }
      return [key, typeof text === 'string' ? readNamed(flagName(key), flag, text) : (environment[key] ?? flag.default)]
    })
    finish(
      await run(Object.fromEntries(values), { operand: command.args[0] ?? '', operands: command.args, surroundings }),
    )
  })
}

function optionOf(key: string, flags: Flags): Option {
  const flag = flags[key]
  const placeholder = flag?.value ? (flag.preset ? ` [${flag.value}]` : ` <${flag.value}>`) : ''
  const variables = [environmentName(key), ...(flag?.env ?? [])].join(', ')
  const initial = flag?.value && flag.default !== undefined ? `${flag.default}; ` : ''
  const short = flag?.short ? `-${flag.short}, ` : ''
  const option = new Option(`${short}${flagName(key)}${placeholder}`, `${flag?.help.en} (${initial}${variables})`)
  return flag?.preset ? option.preset(flag.preset) : option
}
