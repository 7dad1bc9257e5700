import { execFile, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import t from 'tap'
import { startTestSandbox } from './support/sandbox.ts'

const hasCurl = spawnSync('curl', ['--version']).status === 0 && process.platform !== 'win32'
const run = promisify(execFile)

for (const page of ['README.md', 'README.fr.md']) {
  const text = readFileSync(page, 'utf8')

  t.test(`each curl command of ${page} answers 200`, { skip: hasCurl ? false : 'curl is not installed' }, async (t) => {
    const { url } = await startTestSandbox(t)
    const commands = [...text.matchAll(/<!-- test: curl -->\n```sh\n([\s\S]*?)```/g)].map(([, command = '']) => command)
    t.equal(commands.length, 3)
    let transactionId = 'none'
    for (const command of commands) {
      const here = command.replace('http://localhost:4002', url).replace('TRANSACTION_ID', transactionId).trimEnd()
      const { stdout } = await run('sh', ['-c', `${here} --silent --write-out '\\n%{http_code}'`])
      const [body = '', status] = stdout.split('\n')
      t.equal(status, '200', body)
      transactionId = JSON.parse(body).transaction_id ?? transactionId
    }
  })

  t.test(`${page} says how the package gets into a project, by the name of what \`npm pack\` makes`, async (t) => {
    const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))
    t.match(text, `npm install ../${name}/${name}-${version}.tgz`)
  })

  t.test(`${page} leads only to files that are there`, async (t) => {
    for (const [, target = ''] of text.matchAll(/\]\((?!http)([^)#]+)\)/g)) {
      t.ok(existsSync(target), target)
    }
  })
}
