import { isPlainHttpAllowed } from '../../../client/plain-http.ts'
import { startFlags } from '../../config.ts'
import { isIntramHost } from '../../domain/intram-host.ts'
import { defaults, readEnvironment, UsageError } from '../../flags.ts'

type Given = { port: number | undefined; host: string | undefined }

const { port, host } = startFlags
const where = { port, host }

/** Where the sandbox is: what is given, else what `INTRAM_BASE_URL` says, else where `start` would listen. */
export function addressOf(given: Given, env: NodeJS.ProcessEnv): string {
  const isGiven = given.port !== undefined || given.host !== undefined
  if (!isGiven && env.INTRAM_BASE_URL) return originOf(env.INTRAM_BASE_URL)
  const usual = { ...defaults(where), ...readEnvironment(where, env) }
  return originOf(`http://${reachable(given.host ?? usual.host)}:${given.port ?? usual.port}`)
}

/** Listening everywhere is no address to call. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError('INTRAM_BASE_URL or --host is no address: say for example --host localhost --port 4002')
  }
  if (isIntramHost(url.host)) {
    throw new UsageError(
      'INTRAM_BASE_URL is the real Intram, where no command pays: set it to your sandbox, or say --port',
    )
  }
  if (url.protocol === 'http:' && !isPlainHttpAllowed(url.hostname)) {
    throw new UsageError(`Plain http would show the keys to everyone on the way to ${url.hostname}: use https`)
  }
  return url.origin
}
