import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const entries = ['client/index', 'server/index', 'server/cli/index']

/** What the bundler has instead of syntax that it rewrites, as templates with </script> in them: nobody installs it. */
const helpers = '@oxc-project/runtime/'

/**
 * Few files instead of hundreds, because loading them one by one is a fifth of the time until the first answer. What is
 * imported on first use stays apart; dependencies are left where npm puts them.
 */
export async function bundle(folder, plugins = []) {
  const bundled = await rolldown({
    input: Object.fromEntries(entries.map((entry) => [entry, `./${entry}.ts`])),
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    platform: 'node',
    external: (id, _importer, isResolved) => !isResolved && !id.startsWith('.') && !id.startsWith(helpers),
    plugins,
  })
  await bundled.write({ dir: folder, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' })
  await bundled.close()
}
