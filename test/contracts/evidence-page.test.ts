import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { replay } from '../../contracts/replay.ts'

for (const page of ['docs/evidence.md', 'docs/evidence.fr.md']) {
  const text = readFileSync(page, 'utf8')

  t.test(`the file that ${page} shows is one that a replay reads`, async (t) => {
    const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(text) ?? []
    const report = replay(t.testdir({ '001-confirmTransaction-200.json': shown }))
    t.match(report, { verdict: 'kept', drift: [], replayed: { servers: ['webservices.intram.org'] } })
  })

  t.test(`${page} leads only to files that are there`, async (t) => {
    for (const [, target = ''] of text.matchAll(/\]\((?!http)([^)#]+)\)/g))
      t.ok(existsSync(join('docs', target)), target)
  })
}
