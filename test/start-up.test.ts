import { execFileSync } from 'node:child_process'
import t from 'tap'

const program = `
  import { createRequire } from 'node:module'
  import { startSandbox } from './server/index.ts'
  const sandbox = await startSandbox()
  const { transaction_id } = await sandbox.client.requestPayment({
    invoice: { currency: 'XOF', amount: 1000 },
    store: { name: 'A' },
  })
  await sandbox.client.confirmTransaction(transaction_id)
  console.log(Object.keys(createRequire(import.meta.url).cache).join('\\n'))
  await sandbox.close()
`

t.test('both calls are answered without loading what compiles schemas', async (t) => {
  const args = ['--import', './scripts/load-typescript.mjs', '--input-type=module', '--eval', program]
  const loaded = execFileSync(process.execPath, args, { encoding: 'utf8' })
  t.match(loaded, '/fastify/fastify.js')
  t.notMatch(loaded, '/ajv/dist/ajv.js')
  t.notMatch(loaded, '/fast-json-stringify/index.js')
  t.notMatch(loaded, '/negotiator/', 'nor what draws the payment page')
})
