import { spawn, spawnSync } from 'node:child_process'
import t from 'tap'
import { cli } from '../support/cli.ts'

const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0

t.test('at a terminal Ctrl+C reaches the command once', { skip: hasScript ? false : 'no `script` here' }, async (t) => {
  const command = `process.on('SIGINT', () => console.log('heard')); process.on('SIGTERM', () => process.exit(4))
    setInterval(() => {}, 1e6); console.log('up ' + process.ppid + ' .')`
  const line = [process.execPath, cli, 'exec', '--', process.execPath, '-e', command]
  const quoted = line.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ')
  // `script` gives the command a terminal, and returns its exit code. Its shell must be gone by then: dash would die of Ctrl+C.
  const child = spawn('script', ['--quiet', '--flush', '--return', '--command', `exec ${quoted}`, '/dev/null'])
  t.teardown(() => child.kill('SIGKILL'))
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const before = output
    output += chunk
    const isNew = (word: RegExp) => word.test(output) && !word.test(before)
    if (isNew(/up \d+ \./)) child.stdin.write('\x03')
    // To exec, which passes it on after whatever it has to pass on of the first.
    if (isNew(/heard/)) process.kill(Number(/up (\d+)/.exec(output)?.[1]), 'SIGTERM')
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  t.equal(code, 4, { output })
  t.equal(output.match(/heard/g)?.length, 1)
})
