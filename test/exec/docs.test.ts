import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { startFlags } from '../../server/config.ts'
import { flagName } from '../../server/flags.ts'
import { takeoverEnvironment } from '../../server/takeover/environment.ts'

const pages = ['exec.md', 'exec.fr.md'].map((name) => ({ name, text: readFileSync(join('docs', name), 'utf8') }))
const nothing = { folder: '', nodeExtra: '', bundle: '', phpIni: '', remove() {} }

for (const { name, text } of pages) {
  t.test(`docs/${name} names every variable that the command gets`, async (t) => {
    const env = takeoverEnvironment({}, { sandboxPort: 1, proxyUrl: '', noProxy: [], trust: nothing })
    for (const variable of Object.keys(env).filter((key) => key === key.toUpperCase()))
      t.ok(text.includes(`\`${variable}\``), variable)
  })

  t.test(`docs/${name} leads to files that are there, and names flags that are`, async (t) => {
    for (const [, target = ''] of text.matchAll(/\]\((?!http)([^)#]+)\)/g))
      t.ok(existsSync(join('docs', target)), target)
    const known = new Set([...Object.keys(startFlags).map(flagName), '--hosts'])
    const own = [...text.matchAll(/`(--[a-z-]+)`/g)].map(([, flag = '']) => flag)
    for (const flag of own) t.ok(known.has(flag), flag)
  })
}

t.test('both languages say the same of the same clients', async (t) => {
  const rows = pages.map(({ text }) => text.split('\n').filter((line) => line.startsWith('| ')).length)
  t.equal(rows[0], rows[1])
})

t.test('each client that is called tested has a program that tests it', async (t) => {
  const programs = readdirSync('test/exec/programs').join(' ')
  for (const name of [
    'curl',
    'php-curl',
    'guzzle',
    'php-streams',
    'fetch',
    'undici',
    'http',
    'https',
    'axios',
    'superagent',
    'requests',
    'httpx',
  ]) {
    t.ok(programs.includes(`${name}.`), name)
  }
})
