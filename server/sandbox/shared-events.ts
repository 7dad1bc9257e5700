import type { RequestMade } from '../domain/journal-entry.ts'

/**
 * What many requests of a merchant have in common, how their bodies begin included; `isOfId` when the path goes on with
 * the transaction's id.
 */
export type SharedEvent = Omit<RequestMade, keyof OwnEvent | 'body'> & { isOfId: boolean; bodyHead: string }
export type OwnEvent = Pick<RequestMade, 'durationMs' | 'transactionId'>
type Event = Omit<RequestMade, 'body'>

const most = 4

/** Finds what a request has in common with those of late, so that it need not be kept, and collected, for each. */
export function createSharedEvents(): (event: Event, bodyHead: string) => SharedEvent {
  const recent: SharedEvent[] = []
  let next = 0
  return (event, bodyHead) => {
    for (const shared of recent) if (shared.bodyHead === bodyHead && hasInCommon(event, shared)) return shared
    const { durationMs: _, transactionId, ...shared } = event
    const isOfId = transactionId !== null && event.path.endsWith(transactionId)
    const path = isOfId ? event.path.slice(0, event.path.length - transactionId.length) : event.path
    const made = { ...shared, path, isOfId, bodyHead }
    recent[next] = made
    next = (next + 1) % most
    return made
  }
}

export function joinEvent(
  { isOfId, bodyHead: _, ...shared }: SharedEvent,
  { durationMs, transactionId }: OwnEvent,
): Event {
  return { ...shared, path: isOfId ? shared.path + transactionId : shared.path, durationMs, transactionId }
}

function hasInCommon(event: Event, shared: SharedEvent): boolean {
  return (
    event.operation === shared.operation &&
    event.headers === shared.headers &&
    event.status === shared.status &&
    event.dropped === shared.dropped &&
    event.method === shared.method &&
    event.keysInBody === shared.keysInBody &&
    event.liveKeys === shared.liveKeys &&
    (shared.isOfId ? isOfId(event, shared.path) : event.path === shared.path)
  )
}

/** Cutting and comparing takes half as long as startsWith and endsWith. */
function isOfId({ path, transactionId }: Event, before: string): boolean {
  return path.slice(before.length) === transactionId && path.slice(0, before.length) === before
}
