import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import t from 'tap'

/** Browsers run apart, several at once. */
const apart = ['browser']

/**
 * Runs the tests beside `index`, and those in folders below that have no all.ts of their own, in this process: starting
 * one takes longer than most tests.
 */
export async function runAll(index: string): Promise<void> {
  const imports = importTests(new URL('.', index))
  // They run after this one. Without it tap would take a moment without tests for the end, and leave the others out.
  t.test('all files with tests are there', () => imports)
  await imports
}

async function importTests(folder: URL): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
    const below = new URL(`${entry.name}/`, folder)
    if (entry.name.endsWith('.test.ts')) await import(new URL(entry.name, folder).href)
    else if (entry.isDirectory() && !apart.includes(entry.name) && !existsSync(new URL('all.ts', below)))
      await importTests(below)
  }
}
