import { readFileSync } from 'node:fs'
import { longestKey } from './api/authenticate.ts'
import type { Keys } from './api/keyring.ts'
import { UsageError } from './flags.ts'

const names = ['publicKey', 'privateKey', 'secretKey', 'merchantKey'] as const

/** Reads `--keys FILE`: one merchant, or a list of them, each `{publicKey, privateKey, secretKey, merchantKey}`. */
export function readKeysFile(path: string): Keys[] {
  const merchants = [parse(path)].flat()
  if (merchants.length === 0) throw new UsageError(`--keys ${path} lists no merchant`)
  return merchants.map((merchant, index) => readKeys(merchant, `--keys ${path}, merchant ${index + 1}`))
}

function parse(path: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`--keys ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
  try {
    // Some editors begin a file with a byte order mark.
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    // The parser's own message would quote a piece of the file, and with it a key.
    throw new UsageError(`--keys ${path} is not valid JSON`)
  }
}

function readKeys(merchant: unknown, place: string): Keys {
  const given = (typeof merchant === 'object' && merchant !== null ? merchant : {}) as Record<string, unknown>
  const missing = names.filter((name) => typeof given[name] !== 'string' || given[name] === '')
  if (missing.length > 0) throw new UsageError(`${place} has no ${missing.join(', ')}`)
  const keys = Object.fromEntries(names.map((name) => [name, given[name]])) as Keys
  for (const name of names) checkKey(keys[name], `${place}: ${name}`)
  return keys
}

/** Headers come without spaces around them, and no longer than this: another key would never match. */
function checkKey(key: string, place: string): void {
  if (key !== key.trim()) throw new UsageError(`${place} has spaces around it, which no header has: remove them`)
  if (key.length > longestKey) throw new UsageError(`${place} is longer than ${longestKey} characters`)
}
