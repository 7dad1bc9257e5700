/** The keys that a merchant has used of late, so that nothing is written down with one of them. */
export type KnownKeys = {
  learn(keys: readonly string[]): void
  all(): string[]
}

export function createKnownKeys(most = 64): KnownKeys {
  const known = new Set<string>()
  let last: readonly string[] | undefined
  return {
    learn(keys) {
      // Nearly always: this is done for each request.
      if (keys === last) return
      last = keys
      for (const key of keys) {
        known.delete(key)
        known.add(key)
      }
      for (const oldest of known) {
        if (known.size <= most) break
        known.delete(oldest)
      }
    },
    all: () => [...known],
  }
}
