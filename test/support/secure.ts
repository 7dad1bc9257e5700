import { request } from 'node:https'
import { connect, type TLSSocket } from 'node:tls'
import type { Started } from '../../server/start-server.ts'
import { type Authority, openAuthority } from '../../server/tls/authority.ts'
import { startQuietServer } from './quiet-server.ts'
import { minimalPayment } from './sandbox.ts'

type Test = Parameters<typeof startQuietServer>[0] & { testdir(): string }
export type SecureServer = Started & { port: number; authority: Authority }

/** A sandbox that speaks TLS too, with an authority of its own. */
export async function startSecureServer(t: Test, furtherNames: readonly string[] = []): Promise<SecureServer> {
  const authority = await openAuthority({ directory: t.testdir(), furtherNames })
  const started = await startQuietServer(t, { authority })
  return { ...started, authority, port: Number(new URL(started.origin).port) }
}

/** Shakes hands as a client that trusts only this authority, and thinks that it speaks to `name`. */
export function shakeHands(
  { port, authority }: Pick<SecureServer, 'port' | 'authority'>,
  name: string,
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', servername: name, ca: authority.certificate }, () =>
      resolve(socket),
    )
    socket.on('error', reject)
  })
}

/** What `receipt_url` is for a payment that is asked for over TLS at this host. */
export function receiptOverTls({ port, authority }: SecureServer, host: string): Promise<string> {
  const keys = { 'x-api-key': 'a', 'x-private-key': 'b', 'x-secret-key': 'c', 'x-marchand-key': 'd' }
  return new Promise((resolve, reject) => {
    const call = request({
      port,
      host: '127.0.0.1',
      servername: host.replace(/:\d+$/, ''),
      path: '/api/v1/payments/request',
      method: 'POST',
      headers: { ...keys, host, 'content-type': 'application/json' },
      ca: authority.certificate,
    })
    call.on('error', reject).on('response', async (answer) => {
      const text = (await answer.setEncoding('utf8').toArray()).join('')
      resolve(String(JSON.parse(text).receipt_url))
    })
    call.end(JSON.stringify(minimalPayment))
  })
}
