import type { Server } from 'node:http'
import { createSecureContext, type SecureContext } from 'node:tls'
import type { Signer } from './authority.ts'
import { issueLeaf } from './certificates.ts'
import { sharePort } from './share-port.ts'

/** Half of what a certificate is good for. */
const renewEveryMs = 3 * 24 * 60 * 60 * 1000
const patienceMs = 15_000

/** Has a server speak TLS too, with certificates of this authority that live in memory only. Gives what stops renewing. */
export async function serveTls(
  server: Server,
  authority: Signer,
  options: { patienceMs?: number } = {},
): Promise<() => void> {
  let context = await freshContext(authority)
  sharePort(server, { patienceMs, ...options, context: () => context })
  const renewing = setInterval(async () => {
    context = await freshContext(authority)
  }, renewEveryMs).unref()
  return () => clearInterval(renewing)
}

async function freshContext(authority: Signer): Promise<SecureContext> {
  const { certificate, key } = await issueLeaf(authority, authority.names, new Date())
  return createSecureContext({ cert: certificate, key, sessionIdContext: 'intram-sandbox' })
}
