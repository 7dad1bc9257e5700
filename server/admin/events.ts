import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
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
    const last = readLast(request.headers['last-event-id']) ?? sandbox.journal.since(world, 0).at(-1)?.seq ?? 0
    const gone = new AbortController()
    const signal = AbortSignal.any([stopped, gone.signal])
    raw.socket.once('close', () => gone.abort())
    reply.hijack()
    const { raw: response } = reply
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    response.write(': listening\n\n')
    streams += 1
    const heart = setInterval(() => response.writableNeedDrain || response.write(': still here\n\n'), heartbeatMs)
    try {
      await follow(sandbox, world, last, response, signal)
    } finally {
      clearInterval(heart)
      streams -= 1
      response.end()
    }
  })
}

/** No faster than the reader reads: what does not fit stays in the journal, or goes its way out of it. */
async function follow(
  { journal, change }: Sandbox,
  world: string,
  last: number,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  let seen = last
  while (!signal.aborted) {
    const changed = change(world, signal)
    for (const entry of journal.since(world, seen)) {
      seen = entry.seq
      const fits = response.write(
        `id: ${entry.seq}\nevent: ${entry.type}\ndata: ${JSON.stringify(presentEvent(entry))}\n\n`,
      )
      if (!fits) await once(response, 'drain', { signal }).catch(() => {})
      if (signal.aborted) return
    }
    await changed
  }
}

function readLast(header: string | string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined
}
