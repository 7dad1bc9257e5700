const signals = ['SIGTERM', 'SIGINT'] as const

/** What the first signal does: as long as nothing has begun, there is nothing to finish. */
let stop: () => void = () => process.exit(0)

/**
 * From now on a signal to stop ends the process with 0. Called before anything is loaded: the first process of a
 * container ignores for good what comes while nobody listens.
 */
export function heedSignals(): void {
  for (const signal of signals) if (!process.listeners(signal).includes(onSignal)) process.on(signal, onSignal)
}

/** Resolves instead at the first signal. A second one ends the process at once. */
export function stopSignal(): Promise<void> {
  heedSignals()
  return new Promise((resolve) => {
    stop = resolve
  })
}

function onSignal(signal: NodeJS.Signals): void {
  process.off(signal, onSignal)
  // Two, as for every command that could not do its work.
  process.once(signal, () => process.exit(2))
  stop()
}

/** Whether a command line asks for `start`, the one command that a signal ends well. */
export function asksToStart([first = 'start']: readonly string[]): boolean {
  return first === 'start' || first.startsWith('-')
}
