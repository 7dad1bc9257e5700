import { type CallbackFormat, contentTypes, encodeBody } from '../api/encode-callback.ts'

type Request = { headers: Record<string, string>; body: string }

/** What is sent instead of a callback, in the format in which the application reads them. */
export type Bodies = {
  of(fields: object): Request
  empty(): Request
  /** Ends in the middle. */
  malformed(id: string): Request
}

export function createBodies(format: CallbackFormat): Bodies {
  const headers = { 'content-type': contentTypes[format] }
  const cutOff = {
    json: (id: string) => `{"transaction_id":"${id}","status":"SUCC`,
    form: (id: string) => `transaction_id=${id}&status=SUCC%E2%9`,
  }
  return {
    of: (fields) => ({ headers, body: encodeBody(fields, format) }),
    empty: () => ({ headers, body: '' }),
    malformed: (id) => ({ headers, body: cutOff[format](id) }),
  }
}
