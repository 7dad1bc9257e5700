import { startFlags } from './config.ts'
import { type Flag, type Flags, readNamed, UsageError } from './flags.ts'

/**
 * Reads options that a program gives as the flags of the command line read theirs: without TypeScript nothing else would
 * say what is wrong with one. A list is what commas separate there.
 */
export function readOptions(options: object): Record<string, unknown> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, readOption(name, value)]))
}

function readOption(name: string, value: unknown): unknown {
  const flag = Object.hasOwn(startFlags, name) ? (startFlags as Flags)[name] : undefined
  if (!flag) throw new UsageError(`startSandbox has no option ${name}`)
  if (Array.isArray(value)) return value.length === 0 ? value : readNamed(name, flag, value.join(','))
  return readNamed(name, flag, textOf(name, flag, value))
}

const kinds = { boolean: 'true or false', number: 'a number', string: 'a text' } as const

function textOf(name: string, flag: Flag<unknown>, value: unknown): string {
  const kind = flag.value === undefined ? 'boolean' : typeof flag.default === 'number' ? 'number' : 'string'
  if (typeof value === kind) return String(value)
  throw new UsageError(`${name} must be ${kinds[kind]}`)
}
