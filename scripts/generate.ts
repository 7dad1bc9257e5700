import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { parse } from 'yaml'
import { compiledSchemas } from './compiled-schemas.ts'
import { configurationTable } from './configuration-table.ts'
import { examPage } from './exam-page.ts'
import { fidelityTable } from './fidelity-table.ts'
import { findingsPage } from './findings-page.ts'
import { operationTable } from './operation-table.ts'
import { scenarioConstants } from './scenario-constants.ts'
import { scenarioTable } from './scenario-table.ts'

const root = new URL('../', import.meta.url)
/** Where the results go: here, or a folder that a test compares with what is here. */
const target = process.argv[2] ? pathToFileURL(`${process.argv[2]}/`) : root

const document = await generate('openapi.yaml', { json: 'openapi.gen.json', types: 'client/schema.gen.ts' })
await write('client/operations.gen.ts', noticeOf('openapi.yaml') + operationTable(document))
await write('client/scenarios.gen.ts', noticeOf('server/domain/scenario/catalogue.ts') + scenarioConstants())
await write('server/api/compiled.gen.ts', noticeOf('openapi.yaml') + compiledSchemas(document))
await write('docs/fidelity.md', fidelityTable(document))
await write('docs/exam.md', examPage('en'))
await write('docs/exam.fr.md', examPage('fr'))
await write('docs/findings.md', findingsPage('en'))
await write('docs/findings.fr.md', findingsPage('fr'))
await replaceTable('README.md', 'configuration', configurationTable('en'))
await replaceTable('README.fr.md', 'configuration', configurationTable('fr'))
await replaceTable('README.md', 'scenarios', scenarioTable('en'))
await replaceTable('README.fr.md', 'scenarios', scenarioTable('fr'))

await generate('server/admin/openapi.yaml', {
  json: 'server/admin/openapi.gen.json',
  types: 'server/admin/schema.gen.ts',
})

/** Writes an OpenAPI document as JSON and as types. */
async function generate(path: string, { json, types }: { json: string; types: string }) {
  const url = new URL(path, root)
  const document = parse(await readFile(url, 'utf8'))
  await write(json, `${JSON.stringify(document, null, 1)}\n`)
  await write(types, noticeOf(path) + astToString(await openapiTS(url, { emptyObjectsUnknown: true })))
  return document
}

function noticeOf(path: string): string {
  return `// Generated from ${path} by \`npm run generate\`. Change that file instead.\n\n`
}

async function write(path: string, text: string): Promise<void> {
  await writeFile(new URL(path, target), text)
}

/** Puts a table between the two comments that mark its place in a page. */
async function replaceTable(path: string, name: string, table: string): Promise<void> {
  const page = await readFile(new URL(path, target), 'utf8')
  const marked = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*(<!-- /${name} -->)`)
  if (!marked.test(page)) throw new Error(`${path} has no place marked for the table ${name}`)
  await write(
    path,
    page.replace(marked, (_, start: string, end: string) => `${start}\n${table}\n${end}`),
  )
}
