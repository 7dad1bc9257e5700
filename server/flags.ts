/** A mistake in how a command was called. Its message says what to do; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/**
 * One option of a command. From it come the flag in kebab case (`publicUrl` → `--public-url`), its environment twin
 * (`INTRAM_SANDBOX_PUBLIC_URL`), `--help`, the type of the configuration, and the table in the README.
 */
export type Flag<Value> = {
  short?: string
  /** The placeholder of its value. A flag without one is a switch. */
  value?: string
  /** What the flag alone means, when its value may be left out. */
  preset?: string
  /** Further environment names, after the twin. */
  env?: string[]
  default: Value
  /** Reads the text after the flag or in the environment; throws a `UsageError` that says what it wants. */
  read: (text: string) => Value
  help: { en: string; fr: string }
}

// biome-ignore lint/suspicious/noExplicitAny: a table holds flags of every value
export type Flags = Record<string, Flag<any>>
export type Values<Table extends Flags> = { [Name in keyof Table]: ReturnType<Table[Name]['read']> }

export function flagName(name: string): string {
  return `--${kebab(name)}`
}

export function environmentName(name: string): string {
  return `INTRAM_SANDBOX_${kebab(name).toUpperCase().replaceAll('-', '_')}`
}

export function defaults<Table extends Flags>(table: Table): Values<Table> {
  return Object.fromEntries(Object.entries(table).map(([name, flag]) => [name, flag.default])) as Values<Table>
}

/** The values that the environment gives, as text read by their flags. An empty variable counts as absent. */
export function readEnvironment<Table extends Flags>(table: Table, env: NodeJS.ProcessEnv): Partial<Values<Table>> {
  const entries = Object.entries(table).flatMap(([name, flag]) => {
    const variable = [environmentName(name), ...(flag.env ?? [])].find((candidate) => env[candidate])
    return variable ? [[name, readNamed(variable, flag, env[variable] ?? '')]] : []
  })
  return Object.fromEntries(entries)
}

/** Reads one value, and names the flag or variable in the error. */
export function readNamed<Value>(name: string, flag: Flag<Value>, text: string): Value {
  try {
    return flag.read(text)
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${name} ${error.message}`)
    throw error
  }
}

export function readSwitch(text: string): boolean {
  if (/^(1|true|yes|on)$/i.test(text)) return true
  if (/^(0|false|no|off)$/i.test(text)) return false
  throw new UsageError('must be true or false')
}

export function readInteger(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least && number <= most) return number
    throw new UsageError(`must be a whole number from ${least} to ${most}`)
  }
}

export function readOneOf<const Choice extends string>(...choices: Choice[]): (text: string) => Choice {
  return (text) => {
    const choice = choices.find((candidate) => candidate === text)
    if (choice !== undefined) return choice
    throw new UsageError(`must be one of ${choices.join(', ')}`)
  }
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
