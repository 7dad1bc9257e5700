import { Agent, buildConnector, request } from 'undici'

export type OutgoingRequest = {
  method: string
  url: string
  headers: Record<string, string>
  body?: string | undefined
  signal: AbortSignal
}
export type IncomingAnswer = { status: number; headers: Record<string, string | string[] | undefined>; text: string }

/** One request, one answer. It never retries and never follows a redirect. */
export type Transport = {
  send(request: OutgoingRequest): Promise<IncomingAnswer>
  close(): Promise<void>
}

const longestAnswer = 10 * 1024 * 1024

/** Connections that stay open between calls. Idle ones do not keep the process alive. */
export function createTransport(): Transport {
  const connect = remembering(buildConnector({ timeout: 10_000 }))
  const agent = new Agent({ connect, keepAliveTimeout: 4_000, maxResponseSize: longestAnswer })
  return {
    async send({ method, url, headers, body, signal }) {
      if (agent.closed) throw unsent(new Error('the client is closed'))
      const answer = await request(url, {
        method: method as 'GET',
        headers,
        body: body ?? null,
        signal,
        dispatcher: agent,
      })
      return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() }
    },
    close: async () => {
      if (!agent.closed) await agent.close()
    },
  }
}

/** Errors of requests that never had a connection, for whatever reason: no route, a wrong certificate, no handshake. */
const neverConnected = new WeakSet<Error>()

function unsent(error: Error): Error {
  neverConnected.add(error)
  return error
}

function remembering(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) =>
    connect(options, (...[error, socket]: Parameters<buildConnector.Callback>) => {
      if (error === null) return callback(null, socket)
      callback(unsent(error), null)
    })
}

/** Whether the error shows that the request never left, so that nothing can have come of it. */
export function isUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return neverConnected.has(error) || ('code' in error && unsentCodes.has(error.code))
}

/** For the errors of other transports: a connection that is open has none of these. */
const unsentCodes = new Set<unknown>([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])
