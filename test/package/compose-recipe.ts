import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parse, stringify } from 'yaml'

const recipe = fileURLToPath(new URL('../../examples/compose-php/', import.meta.url))
const php = fileURLToPath(new URL('php/', import.meta.url))
const shopPort = 8000
const compose = [['docker', 'compose'], ['docker-compose']].find(
  ([program = '', ...args]) => spawnSync(program, [...args, 'version']).status === 0,
)

/** For `t.test`'s options: false, or why the recipe cannot be tried. It publishes two ports of this machine. */
export async function withoutCompose(): Promise<string | false> {
  if (!compose) return 'Compose is not installed'
  for (const port of [4002, shopPort]) if (await isTaken(port)) return `port ${port} is taken`
  return false
}

type Test = { teardown: (end: () => unknown) => void }
type Recipe = {
  /** Resolves once the shop answers. */
  up(): Promise<void>
  /** What a command says in a service. */
  exec(service: string, ...command: string[]): Promise<string>
}

/** The recipe with this image, in its own network. What differs from what others run is PHP: only Debian's can be had everywhere. */
export async function prepareRecipe(t: Test, image: string): Promise<Recipe> {
  const folder = mkdtempSync(join(tmpdir(), 'intram-sandbox-compose-'))
  const file = join(folder, 'compose.yaml')
  const { services, volumes } = parse(readFileSync(join(recipe, 'compose.yaml'), 'utf8'))
  const { build, ...intram } = services.intram
  const phpImage = `${image}-php`
  const changed = { intram: { ...intram, image }, app: { ...services.app, image: phpImage } }
  writeFileSync(file, stringify({ services: changed, volumes }))
  await run('docker', ['build', '--force-rm', '--network', 'host', '--tag', phpImage, php])

  const [program = '', ...args] = compose ?? []
  const call = (...command: string[]) =>
    run(program, [...args, '--project-directory', recipe, '--project-name', image, '--file', file, ...command])
  t.teardown(async () => {
    await call('down', '--volumes', '--timeout', '2')
    await run('docker', ['image', 'rm', phpImage])
    rmSync(folder, { recursive: true })
  })
  const up = async () => {
    await call('up', '--detach')
    for (let tries = 0; !(await isTaken(shopPort)); tries += 1) {
      if (tries === 100) throw new Error(await call('logs', '--no-color'))
      await wait(100)
    }
  }
  return { up, exec: (service, ...command) => call('exec', '-T', service, ...command) }
}

async function run(program: string, args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 16 * 1024 * 1024 })
  return stdout.trim()
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}
