import { Readable } from 'node:stream'
import type { FastifyInstance, onRequestHookHandler } from 'fastify'
import { HttpError } from '../envelope.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { presentEvent } from './journal.ts'
import { noMerchant } from './merchant.ts'

type Options = {
  sandbox: Sandbox
  onRequest: onRequestHookHandler
  stopped: AbortSignal
  mostStreams?: number
  heartbeatMs?: number
}

/**
 * `GET /events`: what happens in a world, as server-sent events while it happens. Begins with what is to come, or with
 * `Last-Event-ID` behind that entry, as far back as the journal goes.
 */
export function registerEvents(app: FastifyInstance, options: Options): void {
  const { sandbox, onRequest, stopped, mostStreams = 100, heartbeatMs = 15_000 } = options
  let streams = 0

  app.get('/events', { onRequest }, async (request, reply) => {
    const { world, raw } = request
    if (world === '') throw noMerchant()
    if (streams >= mostStreams) throw new HttpError(503, `More than ${mostStreams} are listening already`)
    const last = readLast(request.headers['last-event-id']) ?? sandbox.journal.last(world)
    const gone = new AbortController()
    raw.socket.once('close', () => gone.abort())
    const signal = AbortSignal.any([stopped, gone.signal])
    streams += 1
    const events = Readable.from(follow(sandbox, { world, last, heartbeatMs, signal }), { objectMode: false })
    events.once('close', () => {
      streams -= 1
    })
    return reply
      .headers({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      .send(events)
  })
}

type Following = { world: string; last: number; heartbeatMs: number; signal: AbortSignal }

/** No faster than the reader reads: what does not fit stays in the journal, or goes its way out of it. */
async function* follow({ journal, change }: Sandbox, { world, last, heartbeatMs, signal }: Following) {
  yield ': listening\n\n'
  let seen = last
  while (!signal.aborted) {
    const still = new AbortController()
    const changed = change(world, AbortSignal.any([signal, still.signal]))
    const heart = setTimeout(() => still.abort(), heartbeatMs)
    for (const entry of journal.since(world, seen)) {
      seen = entry.seq
      yield `id: ${entry.seq}\nevent: ${entry.type}\ndata: ${JSON.stringify(presentEvent(entry))}\n\n`
      if (signal.aborted) break
    }
    await changed
    clearTimeout(heart)
    if (still.signal.aborted) yield ': still here\n\n'
  }
}

function readLast(header: string | string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined
}
