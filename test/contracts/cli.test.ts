import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { environmentNames } from '../../client/settings.ts'
import { verify, verifyTarget } from '../../server/cli/verify.ts'
import { defaults, readEnvironment, UsageError } from '../../server/flags.ts'
import { startAnswering } from '../support/answering.ts'
import { cli } from '../support/cli.ts'
import { closedUrl } from '../support/receiver.ts'
import { changing, type Deviant, startDeviant } from './deviant.ts'

type Environment = Record<string, string>
type Run = { code: number; stdout: string; stderr: string }

/** Runs the real command in a process of its own, whose environment holds nothing else. */
function spawnVerify(args: string[], env: Environment): Promise<Run> {
  const options = { cwd: fileURLToPath(new URL('../..', import.meta.url)), env }
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, 'verify', ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
    })
  })
}

type Values = Partial<Parameters<typeof verifyTarget>[0]>

/** The same in this process: what a `UsageError` says goes to stderr there, with exit code 2. */
async function run(values: Values, env: Environment): Promise<{ code: number; stdout: string }> {
  const written: string[] = []
  const all = { ...defaults(verify.flags), ...readEnvironment(verify.flags, env), ...values }
  const write = (text: string) => void written.push(text)
  const code = await verifyTarget(all, { env, colors: false, write, note: () => {} })
  return { code, stdout: written.join('') }
}

function environmentOf({ baseUrl, keys }: Pick<Deviant, 'baseUrl' | 'keys'>): Environment {
  const names = Object.entries(environmentNames) as [keyof typeof keys, string][]
  return { INTRAM_BASE_URL: baseUrl, ...Object.fromEntries(names.map(([name, variable]) => [variable, keys[name]])) }
}

t.test('verify asks the target of the environment, and exits 0 when it keeps its promises', async (t) => {
  const target = await startDeviant(t)
  const { code, stdout, stderr } = await spawnVerify([], environmentOf(target))
  t.equal(code, 0)
  t.equal(stderr, '')
  t.match(stdout, `asked of ${target.baseUrl}`)
  t.match(stdout, /✓ a new payment is PENDING/)
  t.match(stdout, /skipped: needs a customer/)
  t.match(stdout, /\d+ kept, 9 skipped; drift: none; \d+ calls\. The contract is kept\.\n$/)
  t.notMatch(stdout, '\u001b')
})

t.test('verify of a target that deviates in one field says which, and exits 1', async (t) => {
  const target = await startDeviant(
    t,
    changing('GET', 200, (body) => ({ ...body, currency: 952 })),
  )
  const { INTRAM_BASE_URL, ...keys } = environmentOf(target)
  const { code, stdout } = await spawnVerify(['--target', target.baseUrl, '--format', 'json'], keys)
  t.equal(code, 1)
  t.match(JSON.parse(stdout).drift, [
    { operation: 'GET /transactions/confirm/{transaction_id}', field: 'currency', kind: 'wrong type', actual: '952' },
  ])
})

t.test('verify of a target that dies on the way writes what it knows, and exits 2', async (t) => {
  let calls = 0
  const target = await startDeviant(t, () => {
    calls += 1
    return { hangsUp: calls > 10 }
  })
  const { code, stdout } = await spawnVerify([], environmentOf(target))
  t.equal(code, 2)
  t.match(stdout, /\n {2}✓ a call without X-API-KEY is a 401\n/)
  t.match(stdout, /\n {2}\? .*\n {6}no verdict: other side closed/)
  t.match(stdout, /12 kept, 3 unanswered, \d+ skipped; drift: none; 13 calls\. The contract is undecided\.\n$/)
})

t.test('verify without keys says which variables to set, sends nothing, and exits 2', async (t) => {
  const target = await startDeviant(t)
  const { INTRAM_SECRET, INTRAM_MARCHAND_KEY, ...rest } = environmentOf(target)
  const { code, stdout, stderr } = await spawnVerify([], { ...rest, INTRAM_MARCHAND_KEY: ' ' })
  t.equal(code, 2)
  t.equal(stdout, '')
  t.match(stderr, /no keys to ask with: set INTRAM_SECRET, INTRAM_MARCHAND_KEY to/)
  t.equal(target.calls.length, 0)
})

t.test('verify fails on a contradicted assumption only when told to', async (t) => {
  const target = await startDeviant(
    t,
    changing('GET', 200, (body) => ({ ...body, marchand: { name: 5 } })),
  )
  const lenient = await run({ format: 'tap' }, environmentOf(target))
  t.match(lenient, { code: 0, stdout: /^not ok .*marchand\.name: wrong type # TODO/m })
  const strict = await run({ format: 'tap', failOn: 'assumed' }, environmentOf(target))
  t.match(strict, { code: 1, stdout: /^not ok .*marchand\.name: wrong type$/m })
})

t.test('verify writes JUnit when the environment asks for it', async (t) => {
  const environment = { ...environmentOf(await startDeviant(t)), INTRAM_SANDBOX_FORMAT: 'junit' }
  t.match(await run({}, environment), { code: 0, stdout: /^<\?xml/ })
})

t.test('verify with keys that look live sends nothing, and says which', async (t) => {
  const target = await startDeviant(t)
  const environment = { ...environmentOf(target), INTRAM_PRIVATE_KEY: 'pk_0123456789' }
  await t.rejects(run({}, environment), {
    name: 'UsageError',
    message: /^INTRAM_PRIVATE_KEY looks like live(?!.*0123).*--allow-live/,
  })
  t.equal(target.calls.length, 0)
})

t.test('verify --allow-live uses keys that look live', async (t) => {
  const target = await startDeviant(t, undefined, { anyKeys: true })
  const environment = { ...environmentOf(target), INTRAM_PRIVATE_KEY: 'pk_0123456789' }
  t.match(await run({ allowLive: true }, environment), { code: 0 })
})

t.test('verify --merchant-header optional does not ask for the header', async (t) => {
  const environment = environmentOf(await startDeviant(t))
  t.match(await run({ merchantHeader: 'optional' }, environment), { code: 0, stdout: /skipped: .*optional/ })
})

t.test('verify of an address where nothing listens says so', async (t) => {
  const baseUrl = `${new URL(await closedUrl()).origin}/api/v1`
  const { keys } = await startDeviant(t)
  await t.rejects(run({}, environmentOf({ baseUrl, keys })), {
    name: 'UsageError',
    message: `${baseUrl} does not answer (connect ECONNREFUSED`,
  })
})

t.test('verify of another kind of server says so', async (t) => {
  const { keys } = await startDeviant(t)
  const { baseUrl } = await startAnswering(t, (_, response) => response.end('<h1>It works!</h1>'))
  await t.rejects(run({}, environmentOf({ baseUrl, keys })), {
    name: 'UsageError',
    message: /does not answer like Intram/,
  })
})

t.test('verify with a flag or a target that it cannot use says what it wants', async (t) => {
  t.throws(() => verify.flags.format.read('xml'), new UsageError('must be one of text, json, junit, tap'))
  t.throws(() => verify.flags.failOn.read('all'), new UsageError('must be one of broken, assumed'))
  const environment = environmentOf(await startDeviant(t))
  await t.rejects(run({ target: 'localhost' }, environment), { message: /must be an http\(s\) URL \(localhost\)/ })
})

t.test('verify --record writes the answers, and --replay reads them with neither keys nor network', async (t) => {
  const folder = join(t.testdir(), 'evidence')
  const target = await startDeviant(t)

  const recorded = await spawnVerify(['--record', folder], environmentOf(target))
  t.equal(recorded.code, 0)
  t.match(recorded.stdout, 'The contract is kept.')
  t.match(recorded.stderr, /^\d+ answers are in .*evidence\. Read their messages before you share them\.\n$/)

  const sent = target.calls.length
  const replayed = await spawnVerify(['--replay', folder], { INTRAM_BASE_URL: target.baseUrl })
  t.match(replayed, { code: 0, stderr: '' })
  t.match(replayed.stdout, `Answers of another server, recorded in ${folder}\n`)
  t.match(replayed.stdout, /\n\d+ recorded answers; drift: none\. openapi\.yaml says the same\.\n$/)
  t.equal(target.calls.length, sent)
})

t.test('verify writes the report even when the recording can no longer be written', async (t) => {
  const record = join(t.testdir(), 'evidence')
  const target = await startDeviant(t, () => {
    rmSync(record, { recursive: true, force: true })
    return undefined
  })
  const written: string[] = []
  const write = (text: string) => void written.push(text)
  const env = environmentOf(target)
  const values = { ...defaults(verify.flags), ...readEnvironment(verify.flags, env), record }
  const recorded = verifyTarget(values, { env, colors: false, write, note: () => {} })
  await t.rejects(recorded, { name: 'UsageError', message: /^Cannot record into .*evidence/ })
  t.match(written.join(''), /The contract is kept\.\n$/)
})

for (const format of ['text', 'json', 'junit', 'tap'] as const) {
  t.test(`verify --replay names a recorded field of the wrong type in ${format}, and exits 1`, async (t) => {
    const replay = t.testdir()
    const target = await startDeviant(
      t,
      changing('GET', 200, (body) => ({ ...body, currency: 952 })),
    )
    t.match(await run({ record: replay }, environmentOf(target)), { code: 1 })
    t.match(await run({ replay, format }, {}), {
      code: 1,
      stdout: /currency.*wrong type|wrong type.*\s.*\s.*\s.*currency/,
    })
  })
}

t.test('verify --replay of what is no recording says which file, and exits 2', async (t) => {
  const folder = t.testdir({ 'notes.txt': 'hello' })
  const { code, stdout, stderr } = await spawnVerify(['--replay', folder], {})
  t.match({ code, stdout }, { code: 2, stdout: '' })
  t.match(stderr, /^intram-sandbox: .*notes\.txt is not of a recording\n$/)
})

t.test('verify into a folder that holds something else sends nothing', async (t) => {
  const record = t.testdir({ 'notes.txt': 'hello' })
  const target = await startDeviant(t)
  await t.rejects(run({ record }, environmentOf(target)), { name: 'UsageError', message: /notes\.txt.*empty folder/ })
  t.equal(target.calls.length, 0)
})

t.test('verify does not replay and ask at once', async (t) => {
  const { baseUrl } = await startDeviant(t)
  const replay = t.testdir()
  const refused = (values: Values, message: RegExp) => t.rejects(run(values, {}), { name: 'UsageError', message })
  await refused({ replay, target: baseUrl }, /--replay asks nobody: leave out --target/)
  await refused({ replay, record: replay }, /--record and --replay do not go together/)
})

t.test('verify asks the real Intram by default', async (t) => {
  t.equal(defaults(verify.flags).target, 'https://webservices.intram.org:4002/api/v1')
})
