// Plain JavaScript, so that `npm ci` can build before anything is built.
import { execFileSync } from 'node:child_process'
import { chmodSync, rmSync, writeFileSync } from 'node:fs'

rmSync('dist', { recursive: true, force: true })
compile('tsconfig.build.json')
// The client a second time as CommonJS, for consumers whose tools do not require() an ES module.
compile('tsconfig.cjs.json')
writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n')
chmodSync('dist/server/cli/index.js', 0o755)

function compile(project) {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], { stdio: 'inherit' })
}
