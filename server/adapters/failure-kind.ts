import type { Unanswered } from '../domain/outcome.ts'

const kinds: Record<string, Unanswered['kind']> = {
  ECONNREFUSED: 'refused-connection',
  ENOTFOUND: 'dns-failed',
  EAI_AGAIN: 'dns-failed',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ETIMEDOUT: 'timed-out',
  UND_ERR_CONNECT_TIMEOUT: 'timed-out',
  HTTPParserError: 'invalid-response',
  UND_ERR_HEADERS_OVERFLOW: 'invalid-response',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'invalid-response',
  EPROTO: 'tls-failed',
  HOSTNAME_MISMATCH: 'tls-failed',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-failed',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-failed',
}

/** Where a call failed, by the error's code, or its name when it has none. What no rule knows was cut off in some way. */
export function failureKind(code: string): Unanswered['kind'] {
  const known = kinds[code]
  if (known) return known
  if (code.startsWith('EAI_') || code.startsWith('UV_EAI_')) return 'dns-failed'
  if (code.startsWith('HPE_')) return 'invalid-response'
  // OpenSSL's verdicts on certificates have no prefix of their own: CERT_HAS_EXPIRED, UNABLE_TO_GET_ISSUER_CERT …
  return /^ERR_(TLS|SSL)_|CERT|^(UNABLE_TO|INVALID_PURPOSE|PATH_LENGTH)/.test(code) ? 'tls-failed' : 'dropped'
}
