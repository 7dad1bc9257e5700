type Limits = {
  /** At once to one host. */
  perHost: number
  /** In line for one host: a dead one must not fill the queue for the others. */
  waitingPerHost: number
  /** Of all hosts, at once and in line together. */
  overall: number
}

type Line = { running: number; waiting: (() => void)[] }

/** Runs tasks a few at a time for each host, in order of arrival, so that a slow one holds up nobody but itself. */
export function createHostQueue({ perHost, waitingPerHost, overall }: Limits) {
  const lines = new Map<string, Line>()
  let count = 0

  function leave(host: string, line: Line): void {
    count -= 1
    const next = line.waiting.shift()
    // The place passes on to whoever is next.
    if (next) next()
    else line.running -= 1
    if (line.running === 0) lines.delete(host)
  }

  /** Undefined when there is no room. */
  return <Result>(host: string, task: () => Promise<Result>): Promise<Result> | undefined => {
    const line = lines.get(host) ?? { running: 0, waiting: [] }
    const mustWait = line.running >= perHost
    if (count >= overall || (mustWait && line.waiting.length >= waitingPerHost)) return undefined
    lines.set(host, line)
    count += 1
    if (mustWait) {
      const turn = new Promise<void>((resolve) => line.waiting.push(resolve))
      return turn.then(task).finally(() => leave(host, line))
    }
    line.running += 1
    return task().finally(() => leave(host, line))
  }
}
