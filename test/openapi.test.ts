import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import t from 'tap'
import { parse } from 'yaml'
import { sources } from '../contracts/promise.ts'

type Node = { [key: string]: unknown }
const document = parse(readFileSync('openapi.yaml', 'utf8')) as Node

t.test('every property, parameter, header, request body and status says where it is known from', async (t) => {
  const known = new Set<unknown>(sources)
  for (const [where, node] of sourced(document, '#')) t.ok(known.has(node['x-source']), where)
})

t.test('answers require only what the sources leave no doubt about', async (t) => {
  const { schemas } = document.components as { schemas: Record<string, Node> }
  t.same(schemas.PaymentCreated?.required, ['error', 'status', 'transaction_id', 'receipt_url', 'total_amount'])
  t.same(schemas.Confirmation?.required, ['error', 'status'])
})

t.test('what is generated from it is up to date', async (t) => {
  const paths = [
    'openapi.gen.json',
    'client/schema.gen.ts',
    'client/operations.gen.ts',
    'client/scenarios.gen.ts',
    'docs/exam.md',
    'docs/exam.fr.md',
    'docs/fidelity.md',
    'docs/findings.md',
    'docs/findings.fr.md',
    'server/api/compiled.gen.ts',
    'server/admin/openapi.gen.json',
    'server/admin/schema.gen.ts',
    'README.md',
    'README.fr.md',
  ]
  const target = t.testdir({
    client: {},
    docs: {},
    server: { admin: {}, api: {} },
    'README.md': readFileSync('README.md', 'utf8'),
    'README.fr.md': readFileSync('README.fr.md', 'utf8'),
  })
  execFileSync(process.execPath, ['--import', './scripts/load-typescript.mjs', 'scripts/generate.ts', target])
  for (const path of paths) {
    t.equal(readFileSync(path, 'utf8'), readFileSync(`${target}/${path}`, 'utf8'), `${path}: run npm run generate`)
  }
})

/** All that has to name its source, with where it is. A `$ref` to a response is judged at its target. */
function* sourced(node: unknown, where: string): Generator<[string, Node]> {
  if (Array.isArray(node)) {
    for (const [index, entry] of node.entries()) yield* sourced(entry, `${where}/${index}`)
    return
  }
  if (typeof node !== 'object' || node === null) return
  for (const [key, value] of Object.entries(node as Node)) {
    if (key === 'example' || key === 'examples') continue
    const children = Object.entries(isNode(value) ? value : {}).filter(([, child]) => isNode(child)) as [string, Node][]
    const inComponents = where === '#/components'
    if (key === 'properties') for (const [name, child] of children) yield [`${where}/properties/${name}`, child]
    if (key === 'responses' || key === 'securitySchemes') {
      for (const [name, child] of children) if (!('$ref' in child)) yield [`${where}/${key}/${name}`, child]
    }
    if (key === 'parameters') for (const child of value as Node[]) yield [`${where}/parameters/${child.name}`, child]
    if (key === 'requestBody' && isNode(value) && !inComponents) yield [`${where}/requestBody`, value]
    yield* sourced(value, `${where}/${key}`)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}
