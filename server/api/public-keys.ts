import { anyKeys, createKeyring, type Keyring, type Keys } from './keyring.ts'

/** Whose payments a public key is for: all that a page in a browser may know. It opens nothing. */
export type PublicKeys = {
  /** The merchant that used the key last, else one that is named by it; none for a key that is not listed. */
  worldOf(publicKey: string): string | undefined
  /** Whether a merchant has used this key. */
  isUsedBy(publicKey: string, world: string): boolean
}

type Rings = { keyring: Keyring; publicKeys: PublicKeys }
type Users = { latest: string; worlds: Set<string> }

/** Pairs of a public key and a merchant. */
const usualMost = 100_000

/** Takes any keys, and remembers in memory who of late has used which public key. The sandbox's own it knows already. */
export function learnKeys(own?: Keys, most = usualMost): Rings {
  const known = new Map<string, Users>()
  let pairs = 0

  /** The merchant that came first of those with the key that was learnt first. */
  function forgetOldest(): void {
    const [publicKey, { worlds }] = known.entries().next().value as [string, Users]
    worlds.delete(worlds.values().next().value as string)
    pairs -= 1
    if (worlds.size === 0) known.delete(publicKey)
  }

  function learn(publicKey: string, world: string): void {
    const users = known.get(publicKey)
    // Nearly always: this is on the way of each request.
    if (users?.latest === world) return
    const worlds = users?.worlds ?? new Set<string>()
    if (!worlds.delete(world)) pairs += 1
    worlds.add(world)
    known.delete(publicKey)
    known.set(publicKey, { latest: world, worlds })
    while (pairs > most) forgetOldest()
  }

  if (own) learn(own.publicKey, own.merchantKey)
  return {
    keyring(keys) {
      const world = anyKeys(keys)
      if (world !== undefined) learn(keys.publicKey, world)
      return world
    },
    publicKeys: {
      worldOf: (publicKey) => known.get(publicKey)?.latest ?? anyKeys({ ...noKeys, publicKey }),
      isUsedBy: (publicKey, world) => known.get(publicKey)?.worlds.has(world) ?? false,
    },
  }
}

const noKeys: Keys = { publicKey: '', privateKey: '', secretKey: '', merchantKey: '' }

/** Takes the keys of these merchants, and no others. */
export function listKeys(merchants: readonly Keys[]): Rings {
  const usersOf = (given: string) => merchants.filter(({ publicKey }) => publicKey === given)
  return {
    keyring: createKeyring(merchants),
    publicKeys: {
      worldOf: (publicKey) => usersOf(publicKey)[0]?.merchantKey,
      isUsedBy: (publicKey, world) => usersOf(publicKey).some(({ merchantKey }) => merchantKey === world),
    },
  }
}
