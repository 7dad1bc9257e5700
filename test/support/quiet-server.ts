import { silentLog } from '../../server/adapters/silent-log.ts'
import { startFlags } from '../../server/config.ts'
import { defaults } from '../../server/flags.ts'
import { type Started, startServer } from '../../server/start-server.ts'

type Test = { teardown: (close: () => Promise<void>) => void }

/** The server that the command line starts, without its output, and with the sandbox behind it within reach. */
export async function startQuietServer(
  t: Test,
  options: Partial<Parameters<typeof startServer>[0]> = {},
): Promise<Started> {
  const started = await startServer({
    ...defaults(startFlags),
    port: 0,
    merchants: undefined,
    log: silentLog,
    logsRequests: false,
    ...options,
  })
  t.teardown(() => started.close())
  return started
}
