import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { nanoid } from 'nanoid'
import { UsageError } from '../flags.ts'
import type { Authority } from './authority.ts'

/** Writes what may be known of an authority, for everybody to read. A reader sees the old one or the new one. */
export function writeCertificate(file: string, { certificate }: Pick<Authority, 'certificate'>): void {
  const draft = `${file}.${nanoid()}`
  try {
    // In a folder of everybody, somebody may have put a link there.
    writeFileSync(draft, certificate, { flag: 'wx' })
    // Whatever the umask.
    chmodSync(draft, 0o644)
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    const reason = error instanceof Error && 'code' in error ? error.code : error
    throw new UsageError(`--ca-file ${file} cannot be written (${reason})`)
  }
}
