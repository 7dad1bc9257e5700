const privateNames = /^[^.]+$|\.(local|internal|test|localhost|lan|home\.arpa)$/
const privateAddresses = /^(127|10|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])|0)\./

/** Whether a URL goes in plain text over the open internet, as far as its host says. */
export function isPublicHttp(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && !isPrivate(hostname)
}

function isPrivate(hostname: string): boolean {
  const [, high, low] = /^\[::ffff:([\da-f]+):([\da-f]+)\]$/.exec(hostname) ?? []
  if (high !== undefined && low !== undefined)
    return privateAddresses.test([...bytesOf(high), ...bytesOf(low)].join('.'))
  if (hostname.startsWith('[')) return /^\[(::1?\]|fe[89ab]|f[cd])/.test(hostname)
  if (/^[\d.]+$/.test(hostname)) return privateAddresses.test(hostname)
  return privateNames.test(hostname.replace(/\.$/, ''))
}

function bytesOf(hexadecimal: string): number[] {
  const number = Number.parseInt(hexadecimal, 16)
  return [number >> 8, number & 0xff]
}
