import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import t from 'tap'
import { startFlags } from '../../server/config.ts'
import { flagName } from '../../server/flags.ts'

type Row = { client: string; way: string; switches: string; test: string }

const flags = new Map(Object.entries(startFlags).map(([name, flag]) => [flagName(name), flag]))
const tests = readdirSync('test/clients').filter((file) => file.endsWith('.test.ts') && file !== 'docs.test.ts')
const pages = ['clients.md', 'clients.fr.md'].map((name) => {
  const text = readFileSync(join('docs', name), 'utf8')
  return { name, text, rows: rowsOf(text) }
})

for (const { name, text, rows } of pages) {
  t.test(`docs/${name} has a row for each client that is tested, and a test for each row`, async (t) => {
    const named = rows.map(({ test }) => /\]\((.+)\)/.exec(test)?.[1] ?? '')
    t.strictSame(named.map((path) => basename(path)).sort(), tests.sort())
    for (const path of named) t.ok(existsSync(join('docs', path)), path)
  })

  t.test(`docs/${name} names switches that exist, with values that they take`, async (t) => {
    for (const { way, switches } of rows) {
      for (const [, flag = '', value] of `${way}${switches}`.matchAll(/`(--[a-z-]+)(?: (\w+))?`/g)) {
        t.ok(flags.has(flag), flag)
        if (value !== undefined) t.doesNotThrow(() => flags.get(flag)?.read(value), `${flag} ${value}`)
      }
    }
  })

  t.test(`docs/${name} names no switch that the client’s test does not try`, async (t) => {
    for (const { switches, test } of rows) {
      const source = readFileSync(join('docs', /\]\((.+)\)/.exec(test)?.[1] ?? ''), 'utf8')
      for (const [, what = ''] of switches.matchAll(/`(--[^`]+)`/g)) t.match(source, `with ${what}`)
    }
  })

  t.test(`docs/${name} leads to files and headings that are there`, async (t) => {
    for (const [, target = '', heading] of text.matchAll(/\]\((?!http)([^)#]+)(?:#([^)]+))?\)/g)) {
      const file = join('docs', target)
      t.ok(existsSync(file), target)
      if (heading) t.ok(headingsOf(readFileSync(file, 'utf8')).includes(heading), `${target}#${heading}`)
    }
  })
}

t.test('both languages say the same of the same clients', async (t) => {
  const [english, french] = pages.map(({ rows }) => rows.map(({ switches, test }) => ({ switches, test })))
  t.strictSame(english, french)
})

function rowsOf(text: string): Row[] {
  const [, , ...lines] = text.split('\n').filter((line) => line.startsWith('|'))
  return lines.map((line) => {
    const [client = '', way = '', switches = '', , , test = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    return { client, way, switches, test }
  })
}

/** As GitHub makes an anchor of a heading. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
