import type { IncomingAnswer, OutgoingRequest } from '../client/index.ts'
import { parseJson } from './send.ts'

/** A call and its answer. */
export type Heard = Answered & { sent: string | undefined }
export type Answered = { method: string; path: string; status: number; contentType: string; json: unknown }

/** An answer of the API's, or why there is none: nothing can be concluded from that. */
export type Seen = { answer?: Heard; silence?: string }

export function seenOf(
  { status, headers, text }: IncomingAnswer,
  { method, url, body: sent }: OutgoingRequest,
  baseUrl: string,
): Seen {
  const contentType = String(headers['content-type'] ?? 'no content type')
  const json = parseJson(text)
  if (isOfGateway(status, json)) return { silence: `${status}, not from Intram: ${contentType}` }
  return { answer: { method, path: url.slice(baseUrl.length), sent, status, contentType, json } }
}

/** A failing API still speaks in its own envelope; who else answers with 5xx stands in front of it. */
function isOfGateway(status: number, json: unknown): boolean {
  const { error } = (json ?? {}) as { error?: unknown }
  return status >= 500 && typeof error !== 'boolean'
}
