import { BlockList, isIP } from 'node:net'
import { networkInterfaces } from 'node:os'

/** Loopback and private ranges: RFC 1122, 1918, 3927, 4193 and 4291, and where containers reach their host. */
const near = new BlockList()
near.addSubnet('127.0.0.0', 8)
near.addSubnet('10.0.0.0', 8)
near.addSubnet('172.16.0.0', 12)
near.addSubnet('192.168.0.0', 16)
near.addSubnet('169.254.0.0', 16)
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')
near.addSubnet('fe80::', 10, 'ipv6')

/** Whether keys may travel to this host unencrypted: on one machine or a private network, and never to Intram. */
export function isPlainHttpAllowed(hostname: string): boolean {
  return isNear(hostname) || isOwn(hostname)
}

/** Whether a host is on this machine or a private network, as far as its name tells. */
export function isNear(hostname: string): boolean {
  const host = bare(hostname)
  const version = isIP(host)
  if (version !== 0) return near.check(host, version === 6 ? 'ipv6' : 'ipv4')
  return !host.includes('.') || /\.(local|internal|test|localhost)$/i.test(host)
}

/** A public address may be this machine's, which nothing leaves then. */
function isOwn(hostname: string): boolean {
  const interfaces = Object.values(networkInterfaces()).flatMap((addresses = []) => addresses)
  return interfaces.some(({ address }) => address === bare(hostname))
}

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}
