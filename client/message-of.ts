/** What an error says, with its code. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = codeOf(error)
  return code === '' ? error.message : `${error.message || 'failed'} (${code})`
}

/** Why nothing was sent. OpenSSL's own words for a failed handshake help nobody. */
export function whyUnsent(error: Error): string {
  const code = codeOf(error)
  if (!code.startsWith('ERR_SSL_') && code !== 'EPROTO') return messageOf(error)
  const isPlain = /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG/.test(code)
  return `the TLS handshake failed (${code})${isPlain ? ': is it plain http that is spoken there?' : ''}`
}

function codeOf(error: Error): string {
  return 'code' in error && error.code ? String(error.code) : ''
}
