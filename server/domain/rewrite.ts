import { isLoopback } from './loopback.ts'
import { Refusal } from './refusal.ts'

/**
 * Calls another host, or host and port, in place of the one that a URL names. `localhost` means this machine however it
 * is spelled: from inside a container none of its names leads to the host.
 */
export type Rewrite = { from: string; to: string }

const place = /^([a-z0-9_.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i

/** Reads `localhost=host.docker.internal,shop.test:443=web:8443`. */
export function readRewrites(text: string, path?: string): Rewrite[] {
  return text.split(',').map((pair) => {
    const [from = '', to = '', ...rest] = pair.split('=').map((side) => side.trim().toLowerCase())
    if (rest.length === 0 && isPlace(from) && isPlace(to)) return { from, to }
    throw new Refusal('rewrite_not_readable', path)
  })
}

/** The URL that is really called: the first rewrite that fits decides. All but host and, if the rewrite has one, port stays. */
export function rewriteUrl(url: string, rewrites: readonly Rewrite[]): string {
  const target = new URL(url)
  const { hostname, protocol, port } = target
  const fullPort = port || (protocol === 'https:' ? '443' : '80')
  const names = isLoopback(hostname) ? [hostname, 'localhost'] : [hostname]
  const rewrite = rewrites.find(({ from }) => names.some((name) => from === name || from === `${name}:${fullPort}`))
  if (!rewrite) return url
  const [, host = '', newPort] = place.exec(rewrite.to) ?? []
  target.hostname = host
  if (newPort) target.port = newPort.slice(1)
  return target.href
}

function isPlace(text: string): boolean {
  return place.test(text) && URL.canParse(`http://${text}`)
}
