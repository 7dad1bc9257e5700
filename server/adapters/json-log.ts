import { endOf, type Log, type RequestLine, refusedLine, requestLine } from '../log.ts'
import { remember } from '../remember.ts'
import { createBatch } from '../sandbox/batch.ts'

type Level = 'silent' | 'error' | 'warn' | 'info'
type Options = { level: Level; stream?: { write(text: string, encoding: 'latin1'): unknown } }

const levels = ['silent', 'error', 'warn', 'info']

/** How long lines wait for others, and how many characters are written at once: line by line halves the throughput. */
const longestWaitMs = 100
const enough = 16_384

/** One JSON object a line, for machines; in ASCII. */
export function createJsonLog({ level, stream = process.stdout }: Options): Log {
  let text = ''
  let timer: NodeJS.Timeout | undefined
  const tells = (at: Level) => levels.indexOf(at) <= levels.indexOf(level)
  const tellsRequests = tells('info')
  const lines = createBatch<() => string>({ work: append, failed: (error) => log.error('Unexpected error', error) })

  function append(make: () => string): void {
    text += `${make()}\n`
    if (text.length >= enough) write()
    else timer ??= setTimeout(write, longestWaitMs)
  }

  function write(): void {
    clearTimeout(timer)
    timer = undefined
    if (text !== '') stream.write(text, 'latin1')
    text = ''
  }

  function tell(at: Level, fields: object): void {
    const time = timeOf(Date.now())
    if (tells(at)) lines.add(() => inAscii(JSON.stringify({ level: at, time, ...fields })))
  }

  const log: Log = {
    request(request, reply, dropped) {
      if (!tellsRequests) return
      const at = Date.now()
      const end = endOf(request, reply, dropped)
      lines.add(() => lineOf(requestLine(end), timeOf(at)))
    },
    refused: (refused) => tell('info', { ...refusedLine(refused), msg: 'request' }),
    info: (message, fields) => tell('info', { ...fields, msg: message }),
    warn: (message) => tell('warn', { msg: message }),
    error: (message, error) => tell('error', { err: error instanceof Error ? error.stack : undefined, msg: message }),
    flush() {
      lines.settle()
      write()
    },
  }
  return log
}

/** What `JSON.stringify` would give, in less time: this is done for each request. */
function lineOf({ method, path, status, ms, merchant, note }: RequestLine, time: string): string {
  return (
    `{"level":"info","time":"${time}","method":"${method}","path":${quoted(path)},"status":${status},"ms":${ms}` +
    `${merchant === undefined ? '' : `,"merchant":${quotedMerchant(merchant)}`}` +
    `${note === undefined ? '' : `,"note":${quoted(note)}`},"msg":"request"}`
  )
}

const quotedMerchant = remember(64, quoted)

function quoted(text: string): string {
  return /^[ !#-[\]-~]*$/.test(text) ? `"${text}"` : inAscii(JSON.stringify(text))
}

/** One other character would have all that is written at once take two bytes a character until it is encoded. */
function inAscii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

let latest = 0
let time = ''

/** Made once for each millisecond, in which many requests may end: that takes as long as writing the line. */
function timeOf(at: number): string {
  if (at !== latest) time = new Date(at).toISOString()
  latest = at
  return time
}
