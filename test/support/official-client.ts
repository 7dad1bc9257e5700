import { request } from 'undici'
import type { SandboxOptions } from '../../server/index.ts'
import { startTestGate, type TestGate } from './gate.ts'
import { type Received, startReceiver } from './receiver.ts'

type Test = { teardown: (close: () => Promise<void>) => void }
// biome-ignore lint/suspicious/noExplicitAny: a test looks into an answer as the client would
export type Body = any

/** How a client writes: what the wire shows of its language and its library. */
type Hand = {
  /** All clients send it, on GET too. */
  contentType: string
  /** What follows the host; some join base and path with two slashes. */
  paths: { request: string; confirm: string }
  write: (body: object) => string
}

export type OfficialClient = TestGate & {
  request(body: object): Promise<Body>
  confirm(idOrReference: string): Promise<Body>
  /** The merchant's server, and what it was told. */
  merchant: { url: string; received: Received[] }
  /** What differs from run to run put into words, so that a whole answer can be compared with a literal. */
  plain(answer: unknown, id: string): Body
  /** The keys that can be found in an answer, a callback or the journal. */
  leakedKeys(): string[]
}

/** Sends what an official client sends, byte by byte, to a sandbox that keeps all it said in return. */
export async function startOfficialClient(
  t: Test,
  { contentType, paths, write }: Hand,
  options: SandboxOptions = {},
): Promise<OfficialClient> {
  const gate = await startTestGate(t, options)
  const merchant = await startReceiver(t)
  const { publicKey, privateKey, secretKey, merchantKey } = gate.credentials
  const headers = {
    'X-API-KEY': publicKey,
    'X-PRIVATE-KEY': privateKey,
    'X-SECRET-KEY': secretKey,
    'X-MARCHAND-KEY': merchantKey,
    'Content-Type': contentType,
  }
  const answers: string[] = []
  const call = async (method: 'GET' | 'POST', path: string, body?: string) => {
    const answer = await request(`${gate.url}${path}`, { method, headers, body: body ?? null })
    const text = await answer.body.text()
    answers.push(JSON.stringify(answer.headers), text)
    return JSON.parse(text)
  }
  return {
    ...gate,
    merchant,
    request: (body) => call('POST', paths.request, write(body)),
    confirm: (id) => call('GET', `${paths.confirm}${id}`),
    plain: (answer, id) => inWords(answer, { [gate.url]: '<sandbox>', [merchant.url]: '<callback>', [id]: '<id>' }),
    leakedKeys() {
      const told = [...answers, JSON.stringify(merchant.received), JSON.stringify(gate.requests())].join('\n')
      return Object.values(gate.credentials).filter((key) => told.includes(key))
    },
  }
}

const patterns: [string, RegExp][] = [
  ['<part>', /^[0-9a-f]{24}$/],
  ['<instant>', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/],
  ['<picture>', /^data:image\/png;base64,[A-Za-z0-9+/]+=*$/],
]

function inWords(answer: unknown, words: Record<string, string>): Body {
  return JSON.parse(JSON.stringify(answer), (name, value) => {
    if (typeof value !== 'string') return value
    if (name === '_reference') return /^[A-Za-z0-9]{10}$/.test(value) ? '<reference>' : value
    const [word] = patterns.find(([, pattern]) => pattern.test(value)) ?? []
    const known = Object.entries(words).reduce((text, [old, word]) => text.replaceAll(old, word), value)
    return known === value ? (word ?? value) : known
  })
}

/** What every client gets for a new payment, in the words of `plain`. */
export const created = (amount: number) => ({
  error: false,
  status: 'PENDING',
  transaction_id: '<id>',
  receipt_url: '<sandbox>/payment/gate/<id>',
  payment_url: '<sandbox>/payment/gate/<id>',
  total_amount: amount,
  currency: 'xof',
  qr_code: '<picture>',
  message: 'Transaction created successfully',
})

/** JSON as each language's usual function writes it. */
export const writers = {
  javascript: (body: object) => JSON.stringify(body),
  php: (body: object) => inAscii(JSON.stringify(body).replaceAll('/', '\\/')),
  python: (body: object) => inAscii(JSON.stringify(body, null, 1).replaceAll(/,\n */g, ', ').replaceAll(/\n */g, '')),
}

function inAscii(json: string): string {
  return json.replaceAll(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
