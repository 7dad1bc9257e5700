import { type Log, requestLine } from '../log.ts'

type Level = 'silent' | 'error' | 'warn' | 'info'
type Options = { level: Level; stream?: { write(text: string): unknown } }

const levels = ['silent', 'error', 'warn', 'info']

/** How long lines wait for others, and how many characters are written at once: line by line halves the throughput. */
const longestWaitMs = 100
const enough = 65_536

/** One JSON object a line, for machines. */
export function createJsonLog({ level, stream = process.stdout }: Options): Log {
  let lines = ''
  let timer: NodeJS.Timeout | undefined
  const tells = (at: Level) => levels.indexOf(at) <= levels.indexOf(level)
  const tellsRequests = tells('info')

  function write(line: object): void {
    lines += `${JSON.stringify(line)}\n`
    if (lines.length >= enough) flush()
    else timer ??= setTimeout(flush, longestWaitMs)
  }

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    if (lines !== '') stream.write(lines)
    lines = ''
  }

  return {
    request(request, reply, dropped) {
      if (!tellsRequests) return
      // Named one by one, because spreading them takes longer than writing them.
      const { method, path, status, ms, merchant, note } = requestLine(request, reply, dropped)
      write({ level: 'info', time: now(), method, path, status, ms, merchant, note, msg: 'request' })
    },
    info(message, fields) {
      if (tells('info')) write({ level: 'info', time: now(), ...fields, msg: message })
    },
    warn(message) {
      if (tells('warn')) write({ level: 'warn', time: now(), msg: message })
    },
    error(message, error) {
      if (!tells('error')) return
      write({ level: 'error', time: now(), err: error instanceof Error ? error.stack : undefined, msg: message })
    },
    flush,
  }
}

let latest = 0
let text = ''

/** Made once for each millisecond, in which many requests may end: that takes as long as writing the line. */
function now(): string {
  const at = Date.now()
  if (at !== latest) text = new Date(at).toISOString()
  latest = at
  return text
}
