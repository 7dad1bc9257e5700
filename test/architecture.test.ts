import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import t from 'tap'

/** For each room, the only rooms, packages and files that it may import. Its own files it always may. */
const arrows: Record<string, string[]> = {
  client: ['undici', 'node:'],
  contracts: ['client', 'ajv', 'ajv-formats', 'node:'],
  'server/domain': [],
  'server/sandbox': ['server/domain'],
  'server/adapters': [
    'server/sandbox',
    'server/domain',
    'server/log.ts',
    'server/paint.ts',
    'server/remember.ts',
    'ipaddr.js',
    'nanoid',
    'undici',
    'node:',
  ],
  'server/openapi': ['server/envelope.ts', 'ajv', 'fast-json-stringify', 'fastify', 'node:'],
  'server/api': [
    'client/schema.gen.ts',
    'server/openapi',
    'server/sandbox',
    'server/domain',
    'server/envelope.ts',
    'server/remember.ts',
    'server/started-at.ts',
    'qr',
    'fastify',
    'node:',
  ],
  'server/gate': [
    'server/unlogged.ts',
    'server/sandbox',
    'server/domain',
    'server/log.ts',
    '@remix-run/html-template',
    'negotiator',
    'fastify',
    'node:',
  ],
  'server/widget': [
    'client/plain-http.ts',
    'server/api',
    'server/gate',
    'server/openapi',
    'server/sandbox',
    'server/domain',
    'server/envelope.ts',
    'server/started-at.ts',
    'server/unlogged.ts',
    'fastify',
    'node:',
  ],
  'server/admin': [
    'server/openapi',
    'server/sandbox',
    'server/domain',
    'server/envelope.ts',
    'server/patience.ts',
    'fastify',
    'node:',
  ],
  'server/findings': ['contracts/report', 'server/sandbox', 'server/domain', 'node:', ...top()],
  'server/exam': [
    'client/judge.ts',
    'client/settings.ts',
    'contracts/report',
    'server/adapters',
    'server/api',
    'server/sandbox',
    'server/domain',
    'server/takeover',
    'server/tls',
    'node:',
    ...top(),
  ],
  'server/tls': [
    'server/flags.ts',
    '@peculiar/asn1-schema',
    '@peculiar/asn1-x509',
    '@peculiar/x509',
    'nanoid',
    'reflect-metadata',
    'node:',
  ],
  'server/takeover': ['client/settings.ts', 'server/tls', 'server/flags.ts', 'node:'],
  'server/cli': [
    'client/settings.ts',
    'client/plain-http.ts',
    'contracts',
    'server/adapters',
    'server/domain',
    'server/exam',
    'server/findings',
    'server/takeover',
    'server/tls',
    'server/admin/schema.gen.ts',
    'server/api/keyring.ts',
    'commander',
    'node:',
    ...top(),
  ],
}

const rooms = Object.keys(arrows)
const files = ['client', 'contracts', 'server'].flatMap(listSources)

for (const [room, allowed] of Object.entries(arrows)) {
  t.test(`${room} imports ${allowed.join(', ') || 'nothing'}`, async (t) => {
    const own = files.filter((file) => roomOf(file) === room)
    t.ok(own.length > 0, 'the room is there')
    for (const file of own) {
      for (const target of importsOf(file)) {
        const isFine = [room, ...allowed].some(
          (name) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`),
        )
        t.ok(isFine, `${file} imports ${target}`)
      }
    }
  })
}

t.test('client and contracts never import the server: they run on the real API too', async (t) => {
  for (const file of files.filter((file) => !file.startsWith('server/'))) {
    t.notOk(
      importsOf(file).some((target) => target.startsWith('server')),
      file,
    )
  }
})

t.test('nothing imports the command line', async (t) => {
  for (const file of files.filter((file) => !file.startsWith('server/cli/'))) {
    t.notOk(
      importsOf(file).some((target) => target.startsWith('server/cli')),
      file,
    )
  }
})

t.test('the domain is pure: no clock, no chance, no I/O', async (t) => {
  const impure =
    /\b(Date\.now|new Date\(\)|Math\.random|process\.|console\.|setTimeout|setInterval|fetch\(|await|async)\b/
  for (const file of files.filter((file) => roomOf(file) === 'server/domain')) {
    t.notMatch(readFileSync(file, 'utf8'), impure, file)
  }
})

t.test('Intram’s own spellings stay at the edge', async (t) => {
  for (const file of files.filter((file) => /^server\/(domain|sandbox|adapters)\//.test(file))) {
    t.notMatch(readFileSync(file, 'utf8'), /postal_adress|custom_datas|marchand/i, file)
  }
})

function listSources(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name).split(sep).join('/'))
}

function roomOf(file: string): string {
  return rooms.find((room) => file.startsWith(`${room}/`)) ?? 'server'
}

/** What a file imports, static or lazy: a path from the root of the project, or a package. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(/(?:^(?:import|export)[^'"]*?from |^import |\bimport\()'([^']+)'/gm)
  return [...found].map(([, target = '']) => {
    if (!target.startsWith('.')) return target
    return normalize(join(dirname(file), target))
      .split(sep)
      .join('/')
  })
}

/** The files at the top of server/, which put the rooms together. */
function top(): string[] {
  const names = readdirSync('server').filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  return names.map((name) => `server/${name}`)
}
