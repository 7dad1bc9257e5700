// Plain JavaScript, so that `npm ci` can build before anything is built.
import { execFileSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundle } from './bundle.mjs'

rmSync('dist', { recursive: true, force: true })
await bundle('dist')
compile('tsconfig.build.json')
// The client a second time as CommonJS, for consumers whose tools do not require() an ES module.
compile('tsconfig.cjs.json')
writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n')
chmodSync('dist/server/cli/index.js', 0o755)
finishDeclarations(['dist/server/index.d.ts', 'dist/client/index.d.ts', 'dist/cjs/client/index.d.ts'])

function compile(project) {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], { stdio: 'inherit' })
}

/**
 * Keeps only the types that can be reached from what can be imported. In those, imports name `.js` files: tsc leaves
 * `.ts` there (microsoft/TypeScript#61037), which not every editor follows.
 */
function finishDeclarations(entries) {
  const reached = new Set(entries.map((path) => join(path)))
  for (const path of reached) {
    const text = readFileSync(path, 'utf8')
    const finished = text.replaceAll(/(\b(?:from |import\()['"])(\.[^'"]+)\.ts(?=['"])/g, (_, start, module) => {
      reached.add(join(dirname(path), `${module}.d.ts`))
      return `${start}${module}.js`
    })
    writeFileSync(path, finished)
  }
  const declarations = readdirSync('dist', { recursive: true }).filter((path) => path.endsWith('.d.ts'))
  for (const path of declarations) if (!reached.has(join('dist', path))) rmSync(join('dist', path))
}
