import { setMaxListeners } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createMemoryStore } from './adapters/memory-store.ts'
import { nanoidIds } from './adapters/nanoid-ids.ts'
import { systemClock } from './adapters/system-clock.ts'
import { anyKeys, createKeyring, type Keys } from './api/keyring.ts'
import { receiptUrlOf } from './api/present.ts'
import { createQrCodes } from './api/qr-codes.ts'
import { createApp, type Timeouts } from './app.ts'
import type { Config } from './config.ts'
import { createExampleKeys } from './example-keys.ts'
import { UsageError } from './flags.ts'
import type { Log } from './log.ts'
import { createSandbox, type Sandbox } from './sandbox/sandbox.ts'

export type Started = {
  sandbox: Sandbox
  /** `http://localhost:4002` */
  origin: string
  /** Keys that it takes, made for this start; none when only those of a file count. */
  exampleKeys: Keys | undefined
  /** Answers what is in flight, cuts what merely waits, and is done within a second. */
  close(): Promise<void>
}

type Options = Omit<Config, 'keys' | 'quiet' | 'logLevel' | 'noColor'> & {
  /** The only keys to take; any four when absent. */
  merchants: readonly Keys[] | undefined
  log: Log
  logsRequests: boolean
  /** Draws QR codes fast from the start; a sandbox for one short test need not. */
  warmsUp?: boolean
  timeouts?: Timeouts
}

/** How long requests in flight may take to finish when the sandbox stops. */
const drainMs = 800

/** Opens the port. Throws a `UsageError` when it is taken. */
export async function startServer(options: Options): Promise<Started> {
  const { port, host, publicUrl, trustProxy, merchants, merchantHeader, maxTransactions, log, logsRequests, warmsUp } =
    options
  const store = createMemoryStore({ maxTransactions, onFull: () => log.warn(fullMessage(maxTransactions)) })
  const qrCodes = createQrCodes()
  const sandbox = createSandbox({ store, clock: systemClock, ids: nanoidIds })
  const exampleKeys = merchants ? undefined : createExampleKeys()
  const stopping = new AbortController()
  // Each request that waits listens to it, and many may.
  setMaxListeners(0, stopping.signal)
  const app = createApp({
    sandbox,
    log,
    keyring: merchants ? createKeyring(merchants) : anyKeys,
    merchantHeader,
    publicUrl,
    trustProxy,
    qrCodes,
    localOrigin: () => origin,
    stopped: stopping.signal,
    exampleKeys,
    keysAreListed: merchants !== undefined,
    adminToken: options.adminToken,
    allowHost: options.allowHost ?? [],
    logsRequests,
    timeouts: options.timeouts,
  })
  await app.listen({ port, host }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(listenMessage(error, host, port))
  })
  const origin = `http://localhost:${(app.server.address() as AddressInfo).port}`
  if (warmsUp) qrCodes.prepare(receiptUrlOf('', publicUrl ?? origin))
  return {
    sandbox,
    origin,
    exampleKeys,
    async close() {
      stopping.abort()
      const cut = setTimeout(() => app.server.closeAllConnections(), drainMs)
      await app.close()
      clearTimeout(cut)
      log.flush()
    },
  }
}

function fullMessage(maxTransactions: number): string {
  return (
    `The store is full (--max-transactions ${maxTransactions}): from now on the oldest transactions go, final ones ` +
    'first. This is said once.'
  )
}

function listenMessage({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken: stop what listens there, or choose another with --port`
  if (code === 'EACCES') return `Port ${port} needs more rights: choose one above 1023 with --port`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `--host ${host} is no address of this machine`
  return message
}
