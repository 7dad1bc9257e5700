import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino'
import { type Log, requestLine } from '../log.ts'

type Options = { level: 'silent' | 'error' | 'warn' | 'info'; stream?: DestinationStream }

/** How long a line may wait for others before they are written together: writing each at once halves the throughput. */
const flushEveryMs = 100

/** One JSON object a line, for machines: https://getpino.io */
export function createJsonLog({ level, stream }: Options): Log {
  const out = stream ?? destination({ sync: false, minLength: 4096, periodicFlush: flushEveryMs })
  const logger = pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, out)
  return {
    request: (request, reply) => logger.info(requestLine(request, reply), 'request'),
    info: (message, fields) => logger.info(fields ?? {}, message),
    warn: (message) => logger.warn(message),
    error: (message, error) => logger.error(error instanceof Error ? { err: error } : {}, message),
    flush: () => {
      if ('flushSync' in out && typeof out.flushSync === 'function') out.flushSync()
    },
  }
}
