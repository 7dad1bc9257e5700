import { anyKeys, type Keyring, type Keys } from './keyring.ts'

/** Whose payments a public key is for: all that a page in a browser may know. It opens nothing. */
export type PublicKeys = {
  /** The merchant that used the key last, else one that is named by it; none for a key that is not listed. */
  worldOf(publicKey: string): string | undefined
  /** Whether a merchant has used this key. */
  isUsedBy(publicKey: string, world: string): boolean
}

type Users = { latest: string; worlds: Set<string> }

const mostKeys = 5_000
const mostUsers = 20

/** Takes any keys, and remembers in memory who has used which public key: of the keys and merchants of late, some. */
export function learnKeys(limits = { keys: mostKeys, users: mostUsers }): { keyring: Keyring; publicKeys: PublicKeys } {
  const known = new Map<string, Users>()

  function learn(publicKey: string, world: string): void {
    const users = known.get(publicKey)
    // Nearly always: this is on the way of each request.
    if (users?.latest === world) return
    const worlds = users?.worlds ?? new Set()
    worlds.delete(world)
    worlds.add(world)
    trim(worlds, limits.users)
    known.set(publicKey, { latest: world, worlds })
    trim(known, limits.keys)
  }

  return {
    keyring(keys) {
      const world = anyKeys(keys)
      if (world !== undefined) learn(keys.publicKey, world)
      return world
    },
    publicKeys: {
      worldOf: (publicKey) => known.get(publicKey)?.latest ?? anyKeys({ ...noKeys, publicKey }),
      isUsedBy: (publicKey, world) => known.get(publicKey)?.worlds.has(world) ?? world === publicKey,
    },
  }
}

const noKeys: Keys = { publicKey: '', privateKey: '', secretKey: '', merchantKey: '' }

/** Those of these merchants, and no others. */
export function listPublicKeys(merchants: readonly Keys[]): PublicKeys {
  return {
    worldOf: (given) => merchants.find(({ publicKey }) => publicKey === given)?.merchantKey,
    isUsedBy: (given, world) =>
      merchants.some(({ publicKey, merchantKey }) => publicKey === given && merchantKey === world),
  }
}

/** The oldest goes. */
function trim(entries: Map<string, unknown> | Set<string>, most: number): void {
  if (entries.size > most) entries.delete(entries.keys().next().value as string)
}
