type Options = { timeoutMs: number; cutBy: readonly AbortSignal[] }

/** Does something that waits, with a signal that is aborted when the time is over, when it is cut, and in the end. */
export async function withPatience<Seen>(
  { timeoutMs, cutBy }: Options,
  wait: (signal: AbortSignal) => Promise<Seen>,
): Promise<Seen> {
  const over = new AbortController()
  const end = () => over.abort()
  const timer = setTimeout(end, timeoutMs)
  for (const signal of cutBy) {
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  }
  try {
    return await wait(over.signal)
  } finally {
    clearTimeout(timer)
    for (const signal of cutBy) signal.removeEventListener('abort', end)
    end()
  }
}
