import { readdir } from 'node:fs/promises'
import t from 'tap'

/** Runs the tests beside `index` in this process: starting one takes longer than most tests. */
export async function runAll(index: string): Promise<void> {
  const files = (await readdir(new URL('.', index))).filter((name) => name.endsWith('.test.ts')).sort()
  const imports = (async () => {
    for (const file of files) await import(new URL(file, index).href)
  })()
  // They run after this one. Without it tap would take a moment without tests for the end, and leave the others out.
  t.test('all files with tests are there', () => imports)
  await imports
}
