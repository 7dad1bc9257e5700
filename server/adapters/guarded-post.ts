import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { Client, type Dispatcher } from 'undici'
import type { Answered, Forbidden } from '../domain/outcome.ts'
import type { CallbackRequest } from '../sandbox/callback-sender.ts'
import type { TargetGuard } from './target-guard.ts'

type Options = {
  resolve: (host: string) => Promise<LookupAddress[]>
  guard: TargetGuard
  /** Ends it, whatever it is about: rejects with the reason. */
  signal: AbortSignal
}
type Result = Omit<Answered, 'target' | 'durationMs'> | Omit<Forbidden, 'target' | 'durationMs'>

const mostRead = 64 * 1024
const mostKept = 2 * 1024
/** What the doctor looks at, and what says who answered. */
const keptHeaders = ['content-type', 'location', 'allow', 'retry-after', 'server', 'www-authenticate', 'x-powered-by']
const longestHeader = 1024

/** Posts once, over a connection of its own, to an address that the guard has seen: DNS is not asked a second time. */
export async function post(request: CallbackRequest, { resolve, guard, signal }: Options): Promise<Result> {
  const url = new URL(request.url)
  const cut = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  // Written as digits, it is never looked up: undici would not call `lookup` for it.
  const family = isIP(host)
  const addresses = family === 0 ? await Promise.race([resolve(host), cut]) : [{ address: host, family }]
  const [first] = addresses
  if (!first) throw Object.assign(new Error(`No address for ${host}`), { code: 'ENOTFOUND' })
  const verdict = guard(
    host,
    addresses.map(({ address }) => address),
    request.onlyPublic,
  )
  if (verdict) return { kind: 'forbidden-target', ...verdict }

  const client = new Client(url.origin, {
    pipelining: 0,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: {
      timeout: 0,
      signal,
      lookup: (_host, { all }, callback) =>
        all ? callback(null, addresses) : callback(null, first.address, first.family),
    },
  })
  try {
    return await Promise.race([exchange(client, url, request), cut])
  } finally {
    void client.destroy()
  }
}

async function exchange(client: Client, url: URL, { headers, body }: CallbackRequest): Promise<Result> {
  const answer = await client.request({ method: 'POST', path: `${url.pathname}${url.search}`, headers, body })
  return {
    kind: 'answered',
    status: answer.statusCode,
    headers: keep(answer.headers),
    body: await readStart(answer.body),
  }
}

function keep(headers: Dispatcher.ResponseData['headers']): Answered['headers'] {
  const entries = keptHeaders.flatMap((name) => {
    const value = headers[name]
    return value === undefined ? [] : [[name, String(value).slice(0, longestHeader)]]
  })
  return Object.fromEntries(entries)
}

/** Reads to the end, or as much as is polite, and keeps the beginning. */
async function readStart(body: AsyncIterable<Buffer>): Promise<string> {
  const kept: Buffer[] = []
  let read = 0
  for await (const chunk of body) {
    if (read < mostKept) kept.push(chunk)
    read += chunk.length
    if (read >= mostRead) break
  }
  // Of a character that is cut in two, nothing is kept.
  return new TextDecoder().decode(Buffer.concat(kept).subarray(0, mostKept), { stream: true })
}
