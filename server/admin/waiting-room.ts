import { readDuration } from '../domain/duration.ts'
import { HttpError } from '../envelope.ts'
import { withPatience } from '../patience.ts'
import { lookUntil } from '../sandbox/look-until.ts'
import type { Page } from '../sandbox/ports.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Context } from './handlers.ts'

type Options = { sandbox: Pick<Sandbox, 'change'>; stopped: AbortSignal; mostWaiting?: number }

/** Answers with a list: at once, or when the query says `wait` as soon as there is something in it. */
export type WaitingRoom = <Entry>(call: Call, list: () => Promise<Page<Entry>>) => Promise<Page<Entry>>
type Call = Context & { query: { wait?: string } }

const longestWaitMs = 60_000

/** One waiting room for all: how many may wait in it is bounded, and they are sent away when the sandbox stops. */
export function createWaitingRoom({ sandbox, stopped, mostWaiting = 1000 }: Options): WaitingRoom {
  let waiting = 0

  return async ({ query, world, gone }, list) => {
    const timeoutMs = readWait(query.wait)
    if (timeoutMs === 0) return list()
    if (waiting >= mostWaiting) throw new HttpError(503, `More than ${mostWaiting} requests are waiting already`)
    waiting += 1
    try {
      return await withPatience({ timeoutMs, cutBy: [stopped, gone] }, (signal) =>
        lookUntil({ sandbox, world, look: list, isEnough: ({ items }) => items.length > 0, signal }),
      )
    } finally {
      waiting -= 1
    }
  }
}

function readWait(wait: string | undefined): number {
  const waitMs = wait === undefined ? 0 : durationOf(wait)
  if (waitMs <= longestWaitMs) return waitMs
  const message = 'must be a duration such as 500ms, 5s or 1m, and at most 60s'
  throw new HttpError(400, 'The request is not valid', [{ path: '/wait', message }])
}

/** What is none counts as one that is too long: what is wanted is said for both in one sentence. */
function durationOf(wait: string): number {
  try {
    return readDuration(wait)
  } catch {
    return Number.POSITIVE_INFINITY
  }
}
