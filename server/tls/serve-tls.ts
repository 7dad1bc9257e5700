import type { Server } from 'node:http'
import { createSecureContext, type SecureContext } from 'node:tls'
import type { Signer } from './authority.ts'
import { issueLeaf } from './certificates.ts'
import { sharePort } from './share-port.ts'

/** Long before a certificate ends. */
const renewAfterMs = 24 * 60 * 60 * 1000
const patienceMs = 15_000

/** Has a server speak TLS too, with certificates of this authority that live in memory only. */
export async function serveTls(server: Server, authority: Signer, now: () => number = Date.now): Promise<void> {
  let madeAt = now()
  let latest = freshContext(authority, madeAt)
  await latest
  // Looked at when somebody comes: a machine that slept for weeks must not answer with what ended meanwhile.
  const context = () => {
    if (now() - madeAt > renewAfterMs) {
      madeAt = now()
      latest = freshContext(authority, madeAt)
    }
    return latest
  }
  sharePort(server, { context, patienceMs })
}

async function freshContext(authority: Signer, at: number): Promise<SecureContext> {
  const { certificate, key } = await issueLeaf(authority, authority.names, new Date(at))
  return createSecureContext({ cert: certificate, key, sessionIdContext: 'intram-sandbox' })
}
