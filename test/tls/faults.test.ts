import { request } from 'node:https'
import t from 'tap'
import { socketFaults } from '../../server/domain/fault.ts'
import { controlOf } from '../support/control.ts'
import { type SecureServer, startSecureServer } from '../support/secure.ts'

const codes = {
  CONNECTION_RESET_BY_PEER: /ECONNRESET/,
  EMPTY_RESPONSE: /ECONNRESET/,
  MALFORMED_RESPONSE_CHUNK: /HPE_|ECONNRESET/,
  RANDOM_DATA_THEN_CLOSE: /HPE_/,
}

for (const fault of socketFaults) {
  t.test(`${fault} strikes calls over TLS too, and the next call is answered`, async (t) => {
    const server = await startSecureServer(t)
    const control = controlOf({ url: server.origin, credentials: { ...keys, merchantKey: 'd' } })
    await control('PUT', '/faults', { body: { faults: [{ fault, count: 1 }] } })
    t.match(await confirm(server), codes[fault])
    t.equal(await confirm(server), 'answered')
  })
}

const keys = { publicKey: 'a', privateKey: 'b', secretKey: 'c' }

/** How asking for a transaction ends. */
function confirm({ port, authority }: SecureServer): Promise<string> {
  const headers = { 'x-api-key': 'a', 'x-private-key': 'b', 'x-secret-key': 'c', 'x-marchand-key': 'd' }
  const path = '/api/v1/transactions/confirm/nothing'
  return new Promise((resolve) => {
    const call = request({ host: 'localhost', port, path, headers, ca: authority.certificate, agent: false })
    const failed = (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message)
    call.on('error', failed).on('response', (answer) => {
      answer.resume().on('error', failed)
      answer.on('end', () => resolve('answered'))
    })
    call.end()
  })
}
