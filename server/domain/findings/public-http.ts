const privateNames = /^[^.]+$|\.(local|internal|test|localhost|lan|home\.arpa)$/
const privateAddresses = /^(127|10|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])|0)\./

/** Whether a URL goes in plain text over the open internet, as far as its host says. */
export function isPublicHttp(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  const isAddress = /^[\d.]+$/.test(hostname)
  const isPrivate = isAddress ? privateAddresses.test(hostname) : privateNames.test(hostname.replace(/\.$/, ''))
  return protocol === 'http:' && !isPrivate && !/^\[(::1|fe[89ab]|f[cd])/.test(hostname)
}
