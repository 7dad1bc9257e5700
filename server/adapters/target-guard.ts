import ipaddr from 'ipaddr.js'
import type { Forbidden } from '../domain/outcome.ts'
import { ownNetworks } from './own-networks.ts'

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Range = [Address, number]
export type Verdict = Pick<Forbidden, 'why' | 'address'>

/** Judges a host (no brackets) with every address that it has. Undefined: go ahead, to these addresses and no others. */
export type TargetGuard = (host: string, addresses: readonly string[], onlyPublic?: boolean) => Verdict | undefined

/** Loopback and private addresses are where merchants develop; nobody develops at these. */
const neverAllowed = new Set<string>(['unspecified', 'linkLocal', 'multicast', 'broadcast'])

/** Where clouds hand out credentials, beside 169.254.169.254: Alibaba, Oracle, Azure, AWS, Google. */
const metadata = ['100.100.100.200/32', '192.0.0.192/32', '168.63.129.16/32', 'fd00:ec2::/32', 'fd20:ce::254/128'].map(
  (range): Range => ipaddr.parseCIDR(range),
)

const globalUnicast: Range = ipaddr.parseCIDR('2000::/3')

/** `allow` holds hosts, `*.domain`, addresses and ranges; when absent, all that is not forbidden may be called. */
export function createTargetGuard(
  allow: readonly string[] | undefined,
  networks: () => readonly string[] = ownNetworks,
): TargetGuard {
  const isOnTheList = allow ? createAllowList(allow) : () => true
  return (host, addresses, onlyPublic = false) => {
    const forbidden = addresses.find((address) => ways(address).some(isNeverAllowed))
    if (forbidden !== undefined) return { why: 'never-allowed', address: forbidden }
    const near = onlyPublic ? addresses.find(createNearness(networks())) : undefined
    if (near !== undefined) return { why: 'not-public', address: near }
    if (isOnTheList(host, addresses)) return undefined
    return { why: 'not-on-the-list', address: addresses[0] ?? host }
  }
}

function isNeverAllowed(address: Address): boolean {
  return neverAllowed.has(address.range()) || metadata.some((range) => isIn(address, range))
}

/** The addresses of the machines around may be public ones, as with IPv6. */
function createNearness(networks: readonly string[]) {
  const ranges = networks.map((network): Range => ipaddr.parseCIDR(network))
  return (text: string) =>
    ways(text).some((address) => !isPublic(address) || ranges.some((range) => isIn(address, range)))
}

/** Of IPv6, nothing beyond 2000::/3 is handed out. */
function isPublic(address: Address): boolean {
  return address.range() === 'unicast' && (address instanceof ipaddr.IPv4 || isIn(address, globalUnicast))
}

function createAllowList(entries: readonly string[]) {
  const ranges = entries.map(rangeOf).filter((range) => range !== undefined)
  const names = entries.filter((entry) => rangeOf(entry) === undefined).map(lowered)
  const isInSome = (address: string) => ranges.some((range) => isIn(ipaddr.process(address), range))
  return (host: string, addresses: readonly string[]) => {
    const name = lowered(host)
    const isNamed = names.some((entry) => (entry.startsWith('*.') ? name.endsWith(entry.slice(1)) : name === entry))
    return isNamed || (addresses.length > 0 && addresses.every(isInSome))
  }
}

function rangeOf(entry: string): Range | undefined {
  const text = entry.replace(/^\[(.*)\]$/, '$1')
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !ipaddr.IPv6.isValid(text)) return undefined
  const address = ipaddr.process(text)
  return [address, address.toByteArray().length * 8]
}

function isIn(address: Address, [range, bits]: Range): boolean {
  return address.kind() === range.kind() && address.match(range, bits)
}

function lowered(host: string): string {
  return host.toLowerCase().replace(/\.$/, '')
}

/** An address, and the IPv4 address that it wraps: mapped, compatible, translated (RFC 6145, 6052) or 6to4. */
function ways(text: string): Address[] {
  const address = ipaddr.process(text)
  if (address instanceof ipaddr.IPv4) return [address]
  const bytes = address.toByteArray()
  const isCompatible = bytes.slice(0, 12).every((byte) => byte === 0) && address.range() !== 'loopback'
  if (isCompatible || ['rfc6145', 'rfc6052'].includes(address.range())) return [address, ipv4(bytes.slice(12))]
  if (address.range() === '6to4') return [address, ipv4(bytes.slice(2, 6))]
  return [address]
}

function ipv4(bytes: number[]): Address {
  return ipaddr.fromByteArray(bytes)
}
