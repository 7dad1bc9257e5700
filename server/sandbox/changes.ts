/** Tells those who wait that something happened in a world. */
export type Changes = {
  tell(world: string): void
  /** Resolves at the next change, or when the signal aborts. */
  next(world: string, signal: AbortSignal): Promise<void>
}

export function createChanges(): Changes {
  const waiting = new Map<string, Set<() => void>>()
  return {
    tell(world) {
      const listeners = waiting.get(world)
      if (!listeners) return
      waiting.delete(world)
      for (const listener of listeners) listener()
    },
    next(world, signal) {
      return new Promise((resolve) => {
        const listeners = waiting.get(world) ?? new Set()
        waiting.set(world, listeners)
        const listener = () => {
          listeners.delete(listener)
          if (listeners.size === 0 && waiting.get(world) === listeners) waiting.delete(world)
          signal.removeEventListener('abort', listener)
          resolve()
        }
        listeners.add(listener)
        if (signal.aborted) listener()
        else signal.addEventListener('abort', listener, { once: true })
      })
    },
  }
}
