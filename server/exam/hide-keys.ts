import { hider } from '../../client/judge.ts'
import { environmentNames } from '../../client/settings.ts'
import type { Keyring } from '../api/keyring.ts'
import { hideKeyLike } from '../domain/redact-keys.ts'

/** Takes the keys of the application out of a text: it may tell them in an error page. */
export type KeyHider = {
  hide(text: string): string
  /** Has the keys that the application sends to the sandbox hidden from now on. */
  learn(keyring: Keyring): Keyring
}

/** Knows the keys that it may have from the environment. */
export function createKeyHider(env: NodeJS.ProcessEnv): KeyHider {
  const known = new Set(Object.values(environmentNames).map((name) => env[name]?.trim() ?? ''))
  let hideKnown = hiderOf(known)

  return {
    hide: (text) => hideKeyLike(hideKnown(text)),
    learn: (keyring) => (keys) => {
      const before = known.size
      for (const key of Object.values(keys)) known.add(key)
      if (known.size > before) hideKnown = hiderOf(known)
      return keyring(keys)
    },
  }
}

function hiderOf(keys: Set<string>): (text: string) => string {
  return hider(Object.fromEntries([...keys].filter((key) => key !== '').entries()))
}
