// node --import ./scripts/load-typescript.mjs FILE.ts: runs TypeScript from its sources, as Node.js 24 does by itself.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) register(import.meta.url)

const cache = new URL('../node_modules/.cache/blank-types/', import.meta.url)

export async function load(url, context, next) {
  if (!new URL(url).pathname.endsWith('.ts')) return next(url, context)
  const { source } = await next(url, { ...context, format: 'module' })
  return { format: 'module', source: await withoutTypes(source), shortCircuit: true }
}

/** Puts blanks where types are. Done once for a text: loading the compiler takes longer than most tests. */
async function withoutTypes(source) {
  const file = new URL(createHash('sha256').update(source).digest('hex'), cache)
  try {
    return await readFile(file, 'utf8')
  } catch {
    const { default: tsBlankSpace } = await import('ts-blank-space')
    const text = tsBlankSpace(source.toString())
    await keep(file, text).catch(() => {})
    return text
  }
}

/** Many processes may do so at once: nobody must read half a file. A folder that cannot be written costs only time. */
async function keep(file, text) {
  await mkdir(cache, { recursive: true })
  const unfinished = new URL(`${file}.${process.pid}`)
  await writeFile(unfinished, text)
  await rename(unfinished, file)
}
