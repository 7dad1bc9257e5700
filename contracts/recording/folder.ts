import { randomUUID } from 'node:crypto'
import { accessSync, constants, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotVerify } from '../cannot-verify.ts'
import { listFolder, readRecorded } from './read.ts'
import type { Recorded } from './recorded.ts'

type Folder = { write(recording: readonly Recorded[]): void }

/** Takes a folder for a recording, before anything is asked: a new or empty one, or that of an older recording. */
export function claimFolder(folder: string): Folder {
  const older = orCannot(folder, () => {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    const names = listFolder(folder)
    for (const name of names) readRecorded(join(folder, name))
    return names
  })
  return {
    write: (recording) =>
      orCannot(folder, () => {
        const files = new Map(recording.map((recorded, i) => [fileName(recorded, i), recorded]))
        for (const name of older) if (!files.has(name)) rmSync(join(folder, name), { force: true })
        for (const [name, recorded] of files) writeWhole(folder, name, `${JSON.stringify(recorded, null, 2)}\n`)
      }),
  }
}

/** A file is there as a whole or not at all. */
function writeWhole(folder: string, name: string, text: string): void {
  const draft = join(folder, `.${name}.${randomUUID()}`)
  try {
    // In a folder of everybody, somebody may have put a link there.
    writeFileSync(draft, text, { flag: 'wx' })
    renameSync(draft, join(folder, name))
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** `001-requestPayment-200.json` */
function fileName({ operationId, response }: Recorded, index: number): string {
  return `${String(index + 1).padStart(3, '0')}-${operationId}-${response.status}.json`
}

function orCannot<Result>(folder: string, act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    const why = error instanceof Error ? error.message : error
    throw new CannotVerify(`Cannot record into ${folder} (${why}): name a new or an empty folder`)
  }
}
