import t from 'tap'
import { failureKind } from '../../server/adapters/failure-kind.ts'

for (const [code, kind] of [
  ['ECONNREFUSED', 'refused-connection'],
  ['ENOTFOUND', 'dns-failed'],
  ['EAI_AGAIN', 'dns-failed'],
  ['EAI_FAIL', 'dns-failed'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['ETIMEDOUT', 'timed-out'],
  ['ECONNRESET', 'dropped'],
  ['EPIPE', 'dropped'],
  ['UND_ERR_SOCKET', 'dropped'],
  ['HTTPParserError', 'invalid-response'],
  ['HPE_INVALID_CONSTANT', 'invalid-response'],
  ['UND_ERR_HEADERS_OVERFLOW', 'invalid-response'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-failed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls-failed'],
  ['CERT_HAS_EXPIRED', 'tls-failed'],
  ['CERT_NOT_YET_VALID', 'tls-failed'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-failed'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls-failed'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-failed'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-failed'],
  ['EPROTO', 'tls-failed'],
  ['SOMETHING_NEW', 'dropped'],
  ['', 'dropped'],
] as const) {
  t.test(`${code || 'no code'} means ${kind}`, async (t) => {
    t.equal(failureKind(code), kind)
  })
}
