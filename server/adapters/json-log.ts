import { type Ended, type Log, type RequestLine, refusedLine, requestLine } from '../log.ts'
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
  const lines = createBatch<Ended | string>({ work: append, failed: (error) => log.error('Unexpected error', error) })

  function append(line: Ended | string): void {
    text += typeof line === 'string' ? `${line}\n` : lineOf(requestLine(line), timeNow())
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
    const time = timeNow()
    if (tells(at)) lines.add(inAscii(JSON.stringify({ level: at, time, ...fields })))
  }

  const log: Log = {
    request(ended) {
      if (tellsRequests) lines.add(ended)
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

/**
 * What `JSON.stringify` would give, in less time: this is done for each request. The fewer pieces it has, the sooner
 * they are joined.
 */
function lineOf({ method, path, status, ms, merchant = '', note = '' }: RequestLine, time: string): string {
  return headOf(time, method) + withinQuotes(path) + statusOf(status) + ms + endsOf(merchant)(note)
}

let head = { time: '', method: '', text: '' }

function headOf(time: string, method: string): string {
  if (head.time !== time || head.method !== method) {
    head = { time, method, text: `{"level":"info","time":"${time}","method":"${method}","path":"` }
  }
  return head.text
}

const statuses: string[] = []

function statusOf(status: number): string {
  statuses[status] ??= `","status":${status},"ms":`
  return statuses[status]
}

const endsOf = remember(64, (merchant) =>
  remember(
    8,
    (note) => `${memberUnlessEmpty('merchant', merchant)}${memberUnlessEmpty('note', note)},"msg":"request"}\n`,
  ),
)

function memberUnlessEmpty(name: string, text: string): string {
  return text === '' ? '' : `,"${name}":"${withinQuotes(text)}"`
}

function withinQuotes(text: string): string {
  return /^[ !#-[\]-~]*$/.test(text) ? text : inAscii(JSON.stringify(text)).slice(1, -1)
}

/**
 * One other character would have all that is written at once take two bytes a character until it is encoded. So would
 * what V8 makes of a text that had one; what is read from bytes has one byte.
 */
function inAscii(json: string): string {
  const ascii = json.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return ascii === json ? json : Buffer.from(ascii, 'latin1').toString('latin1')
}

let latest = 0
let time = ''

/** Made once for each millisecond, in which many requests may end: that takes as long as writing the line. */
function timeNow(): string {
  const now = Date.now()
  if (now !== latest) time = new Date(now).toISOString()
  latest = now
  return time
}
