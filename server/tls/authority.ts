import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../flags.ts'
import { type Credentials, createAuthority, endOf } from './certificates.ts'
import { certifiedNames } from './names.ts'

/** Who signs for these names. */
export type Signer = Credentials & { names: readonly string[] }

export type Authority = Signer & {
  /** The file of its certificate, for whoever wants to trust it. */
  path: string
  /** Made just now: nobody can trust it yet. */
  isNew: boolean
}

type Options = {
  /** The user's data directory. */
  directory: string
  furtherNames: readonly string[]
  at?: Date
}

const files = { certificate: 'ca.pem', key: 'ca-key.pem' }
/** An authority that ends sooner is replaced. */
const leastRemainingMs = 30 * 24 * 60 * 60 * 1000

/** The authority of this user for these names, made on first use. Other names have another one: none can do more. */
export async function openAuthority({ directory, furtherNames, at = new Date() }: Options): Promise<Authority> {
  const names = certifiedNames(furtherNames)
  const folder = join(directory, folderOf(furtherNames))
  const path = join(folder, files.certificate)
  const found = read(folder)
  if (found && endOf(found.certificate).getTime() - at.getTime() > leastRemainingMs) {
    return { ...found, names, path, isNew: false }
  }
  const made = await createAuthority(names, at)
  try {
    if (found) rmSync(folder, { recursive: true })
    const isNew = keep(made, folder)
    return { ...(isNew ? made : (read(folder) ?? made)), names, path, isNew }
  } catch (error) {
    throw unusable(folder, error)
  }
}

/** One for a single run, of which nothing is kept. */
export async function createSigner(furtherNames: readonly string[]): Promise<Signer> {
  const names = certifiedNames(furtherNames)
  return { ...(await createAuthority(names, new Date())), names }
}

/** `ca`, and for further names a folder of its own each. */
function folderOf(furtherNames: readonly string[]): string {
  if (furtherNames.length === 0) return 'ca'
  const text = [...new Set(furtherNames)].sort().join(' ')
  return `ca-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
}

function read(folder: string): Credentials | undefined {
  if (!existsSync(folder)) return undefined
  try {
    const certificate = readFileSync(join(folder, files.certificate), 'utf8')
    endOf(certificate)
    return { certificate, key: readFileSync(join(folder, files.key), 'utf8') }
  } catch (error) {
    throw unusable(folder, error)
  }
}

/** Appears at once or not at all; false when another process was first. */
function keep({ certificate, key }: Credentials, folder: string): boolean {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
  const draft = mkdtempSync(`${folder}.`)
  try {
    writeFileSync(join(draft, files.key), key, { mode: 0o600 })
    writeFileSync(join(draft, files.certificate), certificate, { mode: 0o644 })
    renameSync(draft, folder)
    return true
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (existsSync(folder)) return false
    throw error
  }
}

function unusable(folder: string, error: unknown): UsageError {
  const reason = error instanceof Error && 'code' in error ? error.code : 'damaged'
  return new UsageError(
    `The certificate authority in ${folder} cannot be used (${reason}): delete that folder to have a new one made, ` +
      'or set XDG_DATA_HOME (%LOCALAPPDATA% on Windows) to a folder that can be written',
  )
}
