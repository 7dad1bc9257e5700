import { readFileSync } from 'node:fs'
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
    return JSON.parse(text)
  } catch {
    // The parser's own message would quote a piece of the file, and with it a key.
    throw new UsageError(`--keys ${path} is not valid JSON`)
  }
}

function readKeys(merchant: unknown, place: string): Keys {
  const given = (typeof merchant === 'object' && merchant !== null ? merchant : {}) as Record<string, unknown>
  const missing = names.filter((name) => typeof given[name] !== 'string' || given[name] === '')
  if (missing.length > 0) throw new UsageError(`${place} has no ${missing.join(', ')}`)
  return Object.fromEntries(names.map((name) => [name, given[name]])) as Keys
}
