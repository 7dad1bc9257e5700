import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { copyFile, mkdtemp, realpath, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'
import { visitPages } from '../support/pages.ts'

// The package as others get it: `npm run test:package` packs it, and installs that file into an empty project.
// Needs the npm registry, so `npm test` leaves it out.

const root = fileURLToPath(new URL('../../', import.meta.url))
const ours = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const project = await realpath(await mkdtemp(join(tmpdir(), 'intram-sandbox-package-')))
process.once('exit', () => rmSync(project, { recursive: true, force: true }))

const run = promisify(execFile)
const inProject = (command: string, ...args: string[]) => run(command, args, { cwd: project })

const { stdout: report } = await run('npm', ['pack', '--json', '--pack-destination', project], { cwd: root })
const [tarball] = JSON.parse(report) as [{ filename: string; files: { path: string }[] }]
const packed = tarball.files.map(({ path }) => path)

t.test('holds what was compiled and what is read at run time, and nothing else', async (t) => {
  const bundled = ['client/index', 'server/cli/index', 'server/index'].map((entry) => `dist/${entry}.js`)
  const commonJs = modules('client').map((module) => `dist/cjs/${module}.js`)
  const read = [
    'server/gate/assets/frame.js',
    'server/gate/assets/gate.css',
    'server/gate/assets/gate.js',
    'server/takeover/assets/node-preload.mjs',
    'server/widget/assets/sdk-javascript.js',
  ]
  const others = [
    'dist/cjs/package.json',
    'openapi.gen.json',
    'openapi.yaml',
    'package.json',
    'server/admin/openapi.gen.json',
  ]
  const docs = ['exam', 'findings'].flatMap((page) => [`docs/${page}.md`, `docs/${page}.fr.md`])
  const pages = ['CHANGELOG.md', 'LICENSE', 'README.fr.md', 'README.md', ...docs]
  const found = packed.filter((path) => !path.endsWith('.d.ts'))
  t.strictSame(found.sort(), [...reachableFrom(bundled), ...commonJs, ...read, ...others, ...pages].sort())
})

t.test('installs without a warning of our making, and without install scripts', async (t) => {
  await writeFile(join(project, 'package.json'), '{ "private": true }')
  const { stderr } = await inProject('npm', 'install', '--no-audit', '--no-fund', join(project, tarball.filename))
  // Fastify's own cookie 2 asks for Node 22, and works on 20.
  const warned = [...stderr.matchAll(/EBADENGINE +package: '(.+)@/g)].map(([, name]) => name)
  t.strictSame(
    warned.filter((name) => name !== 'cookie'),
    [],
    'every dependency takes this Node.js',
  )
  t.notMatch(stderr, /deprecated/, 'no dependency is deprecated')
  const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'))
  const installed = Object.entries<{ hasInstallScript?: boolean }>(lock.packages)
  t.strictSame(
    installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name),
    [],
    'nothing runs a script while it is installed',
  )
})

t.test('is used from JavaScript', async (t) => {
  for (const file of ['esm.mjs', 'cjs.cjs']) {
    await copyConsumer(file)
    const { stdout, stderr } = await inProject('node', file)
    t.equal(stdout, 'used\n', file)
    t.equal(stderr, '', `${file} causes no warning`)
  }
})

t.test('is used from TypeScript', async (t) => {
  const { typescript, '@types/node': types } = ours.devDependencies
  await inProject('npm', 'install', '--no-audit', '--no-fund', `typescript@${typescript}`, `@types/node@${types}`)
  const names = ['client.ts', 'client.mts', 'client.cts', 'sandbox.ts', 'sandbox.mts', 'sandbox.cts']
  for (const name of names) await copyConsumer(name.replace(/\.\w+$/, '.ts'), name)

  const withoutNode = ['--typeRoots', 'none', '--lib', 'es2022,dom,esnext.disposable']
  const ways: { way: string; options: string[]; files: string[] }[] = [
    { way: 'module nodenext', options: ['--module', 'nodenext'], files: names },
    // Here TypeScript does not know yet that Node lets CommonJS require() an ES module.
    { way: 'module node16', options: ['--module', 'node16'], files: ['client.mts', 'client.cts', 'sandbox.mts'] },
    { way: 'a bundler', options: ['--module', 'esnext', '--moduleResolution', 'bundler'], files: names },
    { way: 'module commonjs', options: ['--module', 'commonjs'], files: ['client.ts', 'sandbox.ts'] },
    { way: 'no types of Node', options: ['--module', 'nodenext', ...withoutNode], files: names },
  ]
  for (const { way, options, files } of ways) {
    const mistakes = await compile(...options, ...files)
    t.equal(mistakes, '', way)
  }

  const all = await compile('--module', 'nodenext', '--listFilesOnly', ...names)
  const read = all.split('\n').map((path) => relative(join(project, 'node_modules/intram-sandbox'), path))
  t.strictSame(
    packed.filter((path) => path.endsWith('.d.ts')).sort(),
    read.filter((path) => !path.startsWith('..') && path.endsWith('.d.ts')).sort(),
    'it holds no types that nobody reads',
  )
})

for (const page of ['README.md', 'README.fr.md']) {
  t.test(`each TypeScript example of ${page} compiles`, async (t) => {
    const text = readFileSync(join(root, page), 'utf8')
    const examples = [...text.matchAll(/<!-- test: ts -->\n```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code)
    t.ok(examples.length >= 4, `${examples.length} are marked`)
    const names = examples.map((_, index) => `${page}-${index}.mts`)
    for (const [index, code] of examples.entries()) await writeFile(join(project, names[index] ?? ''), code)
    t.equal(await compile('--module', 'nodenext', ...names), '')
  })
}

t.test('runs as a command', async (t) => {
  const { stdout } = await inProject('npx', 'intram-sandbox', '--version')
  t.equal(stdout.trim(), ours.version, '--version')

  const call = "fetch('https://webservices.intram.org:4002/livez').then(({ status }) => console.log(status))"
  const executed = await inProject('npx', 'intram-sandbox', 'exec', '--', 'node', '-e', call)
  t.strictSame([executed.stdout, executed.stderr], ['200\n', ''], 'exec takes over a program')

  const start = ['intram-sandbox', 'start', '--port', '0', '--quiet']
  const server = spawn('npx', start, { cwd: project, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  // The whole process group: npx, and what it started.
  t.teardown(() => process.kill(-(server.pid ?? Number.NaN)))
  const [printed] = await once(server.stdout, 'data')
  const baseUrl = String(printed).trim()
  t.match(baseUrl, /^http:\/\/localhost:\d+\/api\/v1$/, 'start prints its address')
  t.equal((await fetch(new URL('/livez', baseUrl))).status, 200, 'it answers')
  t.strictSame(
    (await visitPages(baseUrl)).filter(({ status }) => status !== 200),
    [],
    'each page is there',
  )

  const names = ['INTRAM_PUBLIC_KEY', 'INTRAM_PRIVATE_KEY', 'INTRAM_SECRET', 'INTRAM_MARCHAND_KEY']
  const env = { ...process.env, ...Object.fromEntries(names.map((name) => [name, 'test'])) }
  const verified = run('npx', ['intram-sandbox', 'verify', '--target', baseUrl], { cwd: project, env })
  await t.resolves(verified, 'verify finds its promises kept')
})

/** The modules of a folder of sources, without their endings. */
/** These modules, and what they import of their own. */
function reachableFrom(entries: string[]): string[] {
  const reached = new Set(entries)
  for (const path of reached) {
    const imported = readFileSync(join(root, path), 'utf8').matchAll(
      /^import (?:.+ from )?"(\.[^"]+)"|import\("(\.[^"]+)"\)/gm,
    )
    for (const [, always, onUse] of imported) reached.add(join(dirname(path), always ?? onUse ?? ''))
  }
  return [...reached]
}

function modules(folder: string): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return files.filter((path) => path.endsWith('.ts')).map((path) => `${folder}/${path.slice(0, -'.ts'.length)}`)
}

async function copyConsumer(name: string, as = name): Promise<void> {
  await copyFile(new URL(`consumer/${name}`, import.meta.url), join(project, as))
}

/** What the compiler says: nothing when it is content, except for what it was asked to list. */
async function compile(...options: string[]): Promise<string> {
  const strict = [
    '--strict',
    '--exactOptionalPropertyTypes',
    '--noEmit',
    '--target',
    'es2022',
    '--skipLibCheck',
    'false',
  ]
  const tsc = inProject('node', 'node_modules/typescript/bin/tsc', ...strict, ...options)
  return (await tsc.catch((error: { stdout: string }) => error)).stdout
}
