import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openRecorder } from '../../contracts/recording/open-recorder.ts'
import { replay } from '../../contracts/replay.ts'
import { formats } from '../../contracts/report/index.ts'
import { verify } from '../../contracts/verify.ts'
import { type Alter, changing, type Deviant, startDeviant } from './deviant.ts'
import { testKeys } from './keys.ts'

type Json = { [name: string]: unknown }
type File = Json & { response: { status: number; body: Json } }

async function record(folder: string, target: Deviant) {
  const recorder = openRecorder(folder, target)
  await verify(target, { heard: recorder.heard })
  return recorder.write()
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as File

function change(file: string, changed: (recorded: File) => object): void {
  writeFileSync(file, JSON.stringify(changed(read(file))))
}

t.test('a recording has a file for each call of an operation, which says what was asked and answered', async (t) => {
  const folder = join(t.testdir(), 'new', 'evidence')
  const target = await startDeviant(t)

  const answers = await record(folder, target)

  const calls = target.calls.filter(({ call }) => !call.path.endsWith('/no/such/route'))
  const names = readdirSync(folder)
  t.equal(names.length, calls.length)
  t.equal(answers, calls.length)
  t.equal(names[0], '001-requestPayment-200.json')
  t.match(read(join(folder, '001-requestPayment-200.json')), {
    server: 'another server',
    promise: 'a payment can be started',
    path: '/payments/request',
    request: { body: { invoice: { amount: 200 } } },
    response: { status: 200, body: { status: 'PENDING', transaction_id: '000000000000000000000001' } },
  })
})

t.test('the same answers make the same files, so that only what changed is seen', async (t) => {
  const folders = t.testdir({ a: {}, b: {} })
  for (const name of ['a', 'b']) await record(join(folders, name), await startDeviant(t))
  const text = (name: string) =>
    readdirSync(join(folders, name)).map((file) => readFileSync(join(folders, name, file), 'utf8'))
  t.same(text('a'), text('b'))
})

t.test('no key is written, even if the target sends them back', async (t) => {
  const folder = t.testdir()
  const echo: Alter = ({ body, status }, { headers }) => {
    const sent = ['x-api-key', 'x-private-key', 'x-secret-key', 'x-marchand-key'].map((name) => headers[name] ?? '')
    const text = sent.join(' ')
    return {
      type: `application/json; of="${text}"`,
      body: {
        ...(body as object),
        ...{ message: `no ${text}`, status: sent[2], currency: text, [`with ${text}`]: { [text]: [text] } },
        ...(status === 200 && { receipt_url: `https://example.com/${text}`, transaction: { _env: sent[1] } }),
      },
    }
  }
  const target = await startDeviant(t, echo)
  await record(folder, target)
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8')
    for (const key of Object.values(target.keys)) t.notOk(text.includes(key.slice(0, 12)), `a key in ${name}`)
  }
})

t.test('a recording of the fake is what openapi.yaml says, and confirms no assumption', async (t) => {
  const folder = t.testdir()
  await record(folder, await startDeviant(t))
  const report = replay(folder, { failOn: 'assumed' })
  t.match(report, {
    verdict: 'kept',
    drift: [],
    promises: [],
    replayed: { servers: ['another server'], confirmed: [] },
  })
  t.equal(report.calls, readdirSync(folder).length)
})

t.test('what verify finds in the answers, replay finds in the recording', async (t) => {
  const folder = t.testdir()
  const target = await startDeviant(t, (answer, call) =>
    call.method === 'GET'
      ? changing('GET', 200, (body) => ({ ...body, currency: 952, wallet: 'main', marchand: { name: 5 } }))(
          answer,
          call,
        )
      : answer.status === 400
        ? { type: 'text/html', body: '<h1>Bad request</h1>' }
        : changing('POST', 200, ({ receipt_url, ...body }) => ({ ...body, status: 'NEW' }))(answer, call),
  )
  const recorder = openRecorder(folder, target)
  const live = await verify(target, { heard: recorder.heard })
  recorder.write()
  const told = ({ drift }: Pick<typeof live, 'drift'>) => drift.map(({ actual, ...rest }) => rest)
  t.ok(live.drift.length >= 5)
  t.same(told(replay(folder)), told(live))
})

t.test('a recorded field of the wrong type breaks the replay, which names it', async (t) => {
  const folder = t.testdir()
  await record(folder, await startDeviant(t))
  change(join(folder, '001-requestPayment-200.json'), ({ response, ...rest }) => {
    return { ...rest, response: { ...response, body: { ...response.body, total_amount: '200' } } }
  })
  const report = replay(folder)
  t.match(report, { verdict: 'broken', drift: [{ kind: 'wrong type', field: 'total_amount', count: 1 }] })
  t.match(formats.text(report), /✗ total_amount: wrong type, expected integer, got '200' \(php-sdk\)/)
  t.match(formats.text(report), /recorded answers; drift: 1 failure\. openapi\.yaml says otherwise\.\n$/)
})

t.test('assumed fields that answers of Intram hold could become recorded, unless others contradict them', async (t) => {
  const folder = t.testdir()
  await record(folder, await startDeviant(t))
  const files = readdirSync(folder).map((name) => join(folder, name))
  for (const file of files) change(file, (recorded) => ({ ...recorded, server: 'webservices.intram.org' }))
  const wrong = files.find((file) => file.endsWith('requestPayment-400.json')) ?? ''
  change(wrong, ({ response, ...rest }) => {
    return { ...rest, response: { ...response, body: { ...response.body, details: [{ path: 5, message: 'no' }] } } }
  })

  const report = replay(folder)

  t.same(report.replayed?.confirmed.map(({ operation, field }) => `${operation} ${field}`).sort(), [
    'GET /transactions/confirm/{transaction_id} details',
    'GET /transactions/confirm/{transaction_id} details[].message',
    'GET /transactions/confirm/{transaction_id} details[].path',
    'GET /transactions/confirm/{transaction_id} marchand.name',
    'POST /payments/request details',
    'POST /payments/request details[].message',
  ])
  t.match(formats.text(report), /assumed fields that could become recorded\n {2}✓ .*seen in \d+ answers/)
  t.match(
    formats.tap(report),
    /^ok \d+ - assumed fields that could become recorded: details \(POST \/payments\/request\)$/m,
  )
})

t.test('a folder is recorded into again: what the older recording alone had goes', async (t) => {
  const folder = t.testdir({ '.gitignore': '' })
  const target = await startDeviant(t)
  await record(folder, target)
  const names = readdirSync(folder)
  writeFileSync(join(folder, '999-requestPayment-200.json'), readFileSync(join(folder, names.at(-1) ?? '')))
  await record(folder, target)
  t.same(readdirSync(folder), names)
})

t.test('a link that waits where a draft could be guessed is not written through', async (t) => {
  const root = t.testdir({ victim: 'mine', evidence: {} })
  const folder = join(root, 'evidence')
  symlinkSync(join(root, 'victim'), join(folder, '.001-requestPayment-200.json'))
  await record(folder, await startDeviant(t))
  t.equal(readFileSync(join(root, 'victim'), 'utf8'), 'mine')
  t.ok(lstatSync(join(folder, '001-requestPayment-200.json')).isFile())
})

t.test('what cannot take its place leaves no draft, and says so', async (t) => {
  const folder = t.testdir()
  const target = await startDeviant(t)
  const recorder = openRecorder(folder, target)
  await verify(target, { heard: recorder.heard })
  const name = '001-requestPayment-200.json'
  mkdirSync(join(folder, name, 'full'), { recursive: true })
  t.throws(() => recorder.write(), { name: 'CannotVerify', message: /Cannot record into/ })
  t.same(readdirSync(folder), [name])
})

t.test('a folder that holds anything else is left alone, and the target too', async (t) => {
  const recorded = '{"format":"intram-sandbox recording 1"}'
  const root = t.testdir({ photos: { 'cat.png': '' }, damaged: { '001-a-200.json': recorded }, file: 'text' })
  for (const [name, why] of [
    ['photos', /photos\/cat\.png is not of a recording.*an empty folder/],
    ['damaged', /001-a-200\.json is damaged/],
    ['file', /Cannot record into .*file/],
  ] as const) {
    const target = await startDeviant(t)
    t.throws(() => openRecorder(join(root, name), target), { name: 'CannotVerify', message: why })
  }
  t.ok(existsSync(join(root, 'photos', 'cat.png')))
})

t.test('a target that cannot be asked leaves no recording', async (t) => {
  const folder = t.testdir()
  const target = await startDeviant(t, () => ({ status: 401 }))
  await t.rejects(record(folder, target), { name: 'CannotVerify' })
  t.same(readdirSync(folder), [])
})

const call = { method: 'POST', path: '/payments/request', request: { path: '/payments/request' } }
const good = {
  ...{ format: 'intram-sandbox recording 1', server: 'another server', promise: 'it works', source: 'http-doc' },
  ...{ operationId: 'requestPayment', ...call, response: { status: 500, contentType: 'text/html' } },
}
const bad: { file: string; holds: string; says: RegExp }[] = [
  { file: 'notes.txt', holds: 'hello', says: /notes\.txt is not of a recording/ },
  { file: 'a.json', holds: '', says: /a\.json is not of a recording/ },
  { file: 'a.json', holds: '{"format": "intram-sandbox', says: /a\.json is not of a recording/ },
  { file: 'a.json', holds: '[]', says: /a\.json is not of a recording/ },
  { file: 'a.json', holds: 'null', says: /a\.json is not of a recording/ },
  { file: 'a.json', holds: '{"format": "har"}', says: /a\.json is not of a recording/ },
  { file: 'a.json', holds: '{"format": "intram-sandbox recording 2"}', says: /a\.json is of another version: .* 2'/ },
  { file: 'a.json', holds: JSON.stringify({ ...good, response: undefined }), says: /a\.json is damaged: .*response/ },
  { file: 'a.json', holds: JSON.stringify({ ...good, source: 'gossip' }), says: /a\.json is damaged: .*source/ },
  { file: 'a.json', holds: JSON.stringify({ ...good, server: '\u001b[31m' }), says: /a\.json is damaged: .*server/ },
  { file: 'a.json', holds: JSON.stringify({ ...good, method: 'PUT' }), says: /a\.json calls PUT .* does not have/ },
]
for (const { file, holds, says } of bad) {
  t.test(`a replay of ${holds.slice(0, 50) || 'nothing'} in ${file} says which file it is`, async (t) => {
    const folder = t.testdir({ '001.json': JSON.stringify(good), [file]: holds })
    t.throws(() => replay(folder), { name: 'CannotVerify', message: says })
  })
}

for (const [what, name, holds] of [
  ['a name that sets the title', '\u001b]0;pwn\u0007\u001b[31mx.json', '{}'],
  ['a name that begins in C1', '\u009b31mx.json', JSON.stringify({ ...good, method: 'PUT' })],
  ['a version that holds C1', 'x.json', '{"format": "intram-sandbox recording \u009b31m\u202eX"}'],
] as const) {
  t.test(`a terminal obeys nothing of a file with ${what}`, async (t) => {
    const folder = t.testdir()
    writeFileSync(join(folder, name), holds)
    const told = (act: () => unknown) => {
      try {
        act()
      } catch (error) {
        return (error as Error).message
      }
    }
    const target = { baseUrl: 'http://localhost/api/v1', keys: testKeys('t') }
    for (const message of [told(() => replay(folder)), told(() => openRecorder(folder, target))]) {
      t.match(message, /x\.json (is|calls)/)
      t.notMatch(message, /[\p{Cc}\p{Cf}]/u)
    }
  })
}

t.test('a replay of an empty folder, or of none, says so', async (t) => {
  const folder = t.testdir({ '.DS_Store': '', 'a.json': {} })
  t.throws(() => replay(join(folder, 'a.json')), { name: 'CannotVerify', message: /holds no recording: .* --record/ })
  t.throws(() => replay(folder), { name: 'CannotVerify', message: /Cannot read .*a\.json/ })
  t.throws(() => replay(join(folder, 'none')), { name: 'CannotVerify', message: /Cannot read .*none/ })
})
