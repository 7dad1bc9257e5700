import { rmSync } from 'node:fs'
import { bundle } from '../scripts/bundle.mjs'

/** In the package, where it finds what is not bundled. */
const folder = 'bench/without-journal'
/** For which nobody needs to be told of the end of a request, either. */
const nothing = 'export const recordRequests = () => undefined'

/** Our CLI as it would be without a journal, and so without findings. */
export async function buildWithoutJournal(): Promise<string> {
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  await bundle(folder, [
    { name: 'without-journal', load: (id: string) => (id.endsWith('/server/api/record.ts') ? nothing : null) },
  ])
  return `${folder}/server/cli/index.js`
}
