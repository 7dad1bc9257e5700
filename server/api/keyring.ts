import { hash, timingSafeEqual } from 'node:crypto'

/** A merchant's four keys, by the names that the client uses. */
export type Keys = { publicKey: string; privateKey: string; secretKey: string; merchantKey: string }

/** Says whose world the keys of a request open, or `undefined` when they open none. The merchant key may be empty. */
export type Keyring = (keys: Keys) => string | undefined

/** Takes any keys: no account and no set-up. Without a merchant key the public key names the world. */
export const anyKeys: Keyring = ({ merchantKey, publicKey }) => merchantKey || publicKey

/** Takes only these merchants' keys, in a time that does not depend on which digit is wrong. */
export function createKeyring(merchants: readonly Keys[]): Keyring {
  const accounts = merchants.map((keys) => ({ world: keys.merchantKey, digests: digestsOf(keys) }))
  return (keys) => {
    const given = digestsOf(keys)
    let world: string | undefined
    for (const account of accounts) {
      const matches = names.map((name) => timingSafeEqual(account.digests[name], given[name]))
      if (keys.merchantKey === '') matches[names.indexOf('merchantKey')] = true
      if (matches.every(Boolean)) world = account.world
    }
    return world
  }
}

const names = ['publicKey', 'privateKey', 'secretKey', 'merchantKey'] as const

type Digests = Record<(typeof names)[number], Buffer>

function digestsOf(keys: Keys): Digests {
  return Object.fromEntries(names.map((name) => [name, hash('sha256', keys[name], 'buffer')])) as Digests
}
