import { type Log, printable, type RequestLine, refusedLine, requestLine } from '../log.ts'
import { paint, type Style } from '../paint.ts'

type Options = {
  level: 'silent' | 'error' | 'warn' | 'info'
  colors: boolean
  stream?: { write(text: string): unknown }
}

const levels = ['silent', 'error', 'warn', 'info']

/** Lines for a person at a terminal: `16:42:16 POST 200 /api/v1/payments/request 2.1 ms`. */
export function createReadableLog({ level, colors, stream = process.stdout }: Options): Log {
  const color = paint(colors)
  const write = (at: string, text: string) => {
    if (levels.indexOf(at) <= levels.indexOf(level)) stream.write(`${color('dim', timeOfDay())} ${text}\n`)
  }
  const writeLine = ({ method, path, status, ms, merchant, note }: RequestLine) => {
    const words = [method.padEnd(4), color(styleOf(status), String(status)), printable(path), color('dim', `${ms} ms`)]
    if (merchant) words.push(color('dim', merchant))
    if (note) words.push(color('yellow', note))
    write('info', words.join(' '))
  }
  return {
    request: (ended) => writeLine(requestLine(ended)),
    refused: (refused) => writeLine(refusedLine(refused)),
    info: (message, fields) => write('info', [message, ...Object.values(fields ?? {})].join(' ')),
    warn: (message) => write('warn', `${color('yellow', 'warning')} ${message}`),
    error(message, error) {
      write('error', `${color('red', 'error')} ${message}${error instanceof Error ? `\n${error.stack}` : ''}`)
    },
    flush() {},
  }
}

function timeOfDay(): string {
  return new Date().toTimeString().slice(0, 8)
}

function styleOf(status: number): Style {
  if (status >= 500 || status === 0) return 'red'
  return status >= 400 ? 'yellow' : 'green'
}
