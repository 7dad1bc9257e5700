import { get } from 'node:http'
import { startFlags } from '../config.ts'
import { type Command, exitCodes } from './command.ts'

const flags = { port: startFlags.port, host: startFlags.host }
const timeoutMs = 2_000

/** For Docker's HEALTHCHECK: whether a sandbox with the same settings answers on this machine. */
export const healthcheck: Command<typeof flags> = {
  name: 'healthcheck',
  description: 'Exit 0 when the sandbox on this port answers, else 1',
  flags,
  run({ port, host }) {
    const everywhere = host === '0.0.0.0' || host === '::'
    return new Promise((resolve) => {
      const request = get(
        { host: everywhere ? '127.0.0.1' : host, port, path: '/livez', timeout: timeoutMs },
        (answer) => {
          answer.resume()
          resolve(answer.statusCode === 200 ? exitCodes.fine : exitCodes.checkFailed)
        },
      )
      request.on('timeout', () => request.destroy())
      request.on('error', () => resolve(exitCodes.checkFailed))
    })
  },
}
