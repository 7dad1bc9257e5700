import { readdir } from 'node:fs/promises'

/** Runs the tests beside `index` in this process: starting one takes longer than most tests. */
export async function runAll(index: string): Promise<void> {
  const files = (await readdir(new URL('.', index))).filter((name) => name.endsWith('.test.ts')).sort()
  for (const file of files) await import(new URL(file, index).href)
}
