import { networkInterfaces } from 'node:os'

/** The networks in which this machine is, itself included, as ranges such as 192.168.1.7/24. They change as it moves. */
export function ownNetworks(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses = []) => addresses.flatMap(({ cidr }) => cidr ?? []))
}
