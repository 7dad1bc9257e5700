import type { Source } from '../promise.ts'

/** In each file, so that one knows another's apart, and one that an older version wrote. */
export const format = 'intram-sandbox recording 1'

/** One call and its answer as they are kept: docs/evidence.md says what was taken out. */
export type Recorded = {
  format: typeof format
  /** Intram's host, or that it was another: the answers of a fake are no evidence. */
  server: string
  /** The promise that asked, and where that is known from. */
  promise: string
  source: Source
  operationId: string
  method: string
  /** `/transactions/confirm/{transaction_id}` */
  path: string
  request: { path: string; body?: unknown }
  /** Without a body it was not JSON. */
  response: { status: number; contentType: string; body?: unknown }
}

export function isIntram(server: string): boolean {
  return /(^|\.)intram\.(org|cf)$/.test(server)
}
