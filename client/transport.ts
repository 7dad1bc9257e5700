import { Agent, request } from 'undici'

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
  const agent = new Agent({ connect: { timeout: 10_000 }, keepAliveTimeout: 4_000, maxResponseSize: longestAnswer })
  return {
    async send({ method, url, headers, body, signal }) {
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

/** Whether the error shows that the request never left, so that nothing can have come of it. */
export function isUnsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && unsentCodes.has(code)
}

const unsentCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])
