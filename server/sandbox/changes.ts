/** Tells those who wait that something happened in a world. */
export type Changes = {
  tell(world: string): void
  /** Resolves at the next change, or when the signal aborts. */
  next(world: string, signal: AbortSignal): Promise<void>
  /** Has those who wait in a world now be told at the latest when its time has come to this. */
  tellBy(world: string, at: Date): void
  /** Tells those whose time has come. */
  tellInTime(now: (world: string) => Date): void
}

type Waiting = { listeners: Set<() => void>; by: Date | null }

export function createChanges(): Changes {
  const waiting = new Map<string, Waiting>()

  function tell(world: string): void {
    // Nearly always: this is called for each request.
    if (waiting.size === 0) return
    const { listeners } = waiting.get(world) ?? {}
    if (!listeners) return
    waiting.delete(world)
    for (const listener of listeners) listener()
  }

  return {
    tell,
    next(world, signal) {
      return new Promise((resolve) => {
        const own = waiting.get(world) ?? { listeners: new Set(), by: null }
        waiting.set(world, own)
        const listener = () => {
          own.listeners.delete(listener)
          if (own.listeners.size === 0 && waiting.get(world) === own) waiting.delete(world)
          signal.removeEventListener('abort', listener)
          resolve()
        }
        own.listeners.add(listener)
        if (signal.aborted) listener()
        else signal.addEventListener('abort', listener, { once: true })
      })
    },
    tellBy(world, at) {
      const own = waiting.get(world)
      if (own && (own.by === null || at < own.by)) own.by = at
    },
    tellInTime(now) {
      for (const [world, { by }] of waiting) if (by !== null && by <= now(world)) tell(world)
    },
  }
}
