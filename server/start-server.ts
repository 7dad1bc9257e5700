import { setMaxListeners } from 'node:events'
import type { Server } from 'node:http'
import { createHttpCallbackSender } from './adapters/http-callback-sender.ts'
import { isInsideContainer } from './adapters/inside-container.ts'
import { createMemoryStore } from './adapters/memory-store.ts'
import { nanoidIds } from './adapters/nanoid-ids.ts'
import { systemClock } from './adapters/system-clock.ts'
import type { Keyring, Keys } from './api/keyring.ts'
import { receiptUrlOf } from './api/present.ts'
import { learnKeys, listKeys } from './api/public-keys.ts'
import { createQrCodes } from './api/qr-codes.ts'
import { seeOrder } from './api/see-order.ts'
import { createApp } from './app.ts'
import { composeCallback } from './callbacks.ts'
import type { Config } from './config.ts'
import { readDuration } from './domain/duration.ts'
import { readScenario } from './domain/scenario/read-scenario.ts'
import { readSchedule } from './domain/schedule.ts'
import type { Timeouts } from './empty-app.ts'
import { createExampleKeys } from './example-keys.ts'
import { listen } from './listen.ts'
import type { Log } from './log.ts'
import { logAttempts } from './log-attempts.ts'
import { packageVersion } from './package-version.ts'
import { createSandbox, type Sandbox } from './sandbox/sandbox.ts'
import type { Signer } from './tls/authority.ts'

export type Started = {
  sandbox: Sandbox
  /** `http://localhost:4002` */
  origin: string
  /** Keys that it takes, made for this start; none when only those of a file count. */
  exampleKeys: Keys | undefined
  insideContainer: boolean
  /** Answers what is in flight, cuts what merely waits, and is done within a second. */
  close(): Promise<void>
}

type Options = Omit<Config, 'keys' | 'tls' | 'tlsName' | 'caFile' | 'quiet' | 'logLevel' | 'noColor'> & {
  /** The only keys to take; any four when absent. */
  merchants: readonly Keys[] | undefined
  /** Signs the certificates for TLS on the same port; plain HTTP only without one. */
  authority?: Signer | undefined
  log: Log
  logsRequests: boolean
  /** Draws QR codes fast from the start; a sandbox for one short test need not. */
  warmsUp?: boolean
  /** Stands between everybody and the sandbox, to see what is asked of it. */
  watch?: (sandbox: Sandbox) => Sandbox
  /** The same before the keyring. */
  watchKeys?: (keyring: Keyring) => Keyring
  /** Where alone callbacks go; else wherever `callbackAllow` lets them. */
  callbackOrigin?: string
  timeouts?: Timeouts
}

/** How long requests in flight may take to finish when the sandbox stops. */
const drainMs = 800

/** How often the sandbox looks whether anything has become due by itself. */
const sweepEveryMs = 200

/** A tool that waits for the sandbox asks at once: what makes later requests fast must not slow the first one down. */
const warmUpAfterMs = 100

/** Puts the parts together and opens the port. Throws a `UsageError` when it is taken. */
export async function startServer(options: Options): Promise<Started> {
  const { merchants, maxTransactions, log, publicUrl } = options
  const qrCodes = createQrCodes()
  const insideContainer = isInsideContainer(process.env)
  let origin = publicUrl ?? ''
  const { callbackRewrite: rewrites, callbackAllow: allow, callbackOrigin: onlyOrigin } = options
  const sender = createHttpCallbackSender({ rewrites, allow, onlyOrigin })
  const unwatched: Sandbox = createSandbox({
    store: createMemoryStore({ maxTransactions, onFull: () => log.warn(fullMessage(maxTransactions)) }),
    clock: systemClock,
    ids: nanoidIds,
    sender,
    schedule: readSchedule(options.callbackSchedule),
    expiryMs: readDuration(options.expiry),
    usualScenario: options.settle === undefined ? null : readScenario(options.settle),
    compose: composeCallback({
      format: options.callbackFormat,
      version: packageVersion(),
      surroundings: () => ({ origin: publicUrl ?? origin, drawQrCode: qrCodes.dataUrl }),
    }),
    onAttempt: logAttempts(log, insideContainer, (world, text) => unwatched.journal.redact(world, text)),
    seeOrder,
    judgeForgotten: await judgeInTheEnd(options),
    failed: (error) => log.error('Unexpected error', error),
  })
  const sandbox = options.watch?.(unwatched) ?? unwatched
  const exampleKeys = merchants ? undefined : createExampleKeys()
  const { keyring, publicKeys } = merchants ? listKeys(merchants) : learnKeys(exampleKeys)
  const stopping = new AbortController()
  // Each request that waits listens to it, and many may.
  setMaxListeners(0, stopping.signal)
  const app = createApp({
    sandbox,
    log,
    keyring: options.watchKeys?.(keyring) ?? keyring,
    publicKeys,
    merchantHeader: options.merchantHeader,
    publicUrl,
    trustProxy: options.trustProxy,
    legacyRedirect: options.legacyRedirect,
    qrCodes,
    insideContainer,
    localOrigin: () => origin,
    stopped: stopping.signal,
    exampleKeys,
    logsRequests: options.logsRequests,
    keysAreListed: merchants !== undefined,
    adminToken: options.adminToken,
    allowHost: options.allowHost ?? [],
    timeouts: options.timeouts,
  })
  if (options.authority) await speakTls(app.server, options.authority)
  origin = await listen(app, addressFor(options), options.port)
  const warmingUp =
    options.warmsUp && setTimeout(() => qrCodes.prepare(receiptUrlOf('', publicUrl ?? origin)), warmUpAfterMs).unref()
  const sweeping = setInterval(() => sandbox.sweep(), sweepEveryMs).unref()
  return {
    sandbox,
    origin,
    exampleKeys,
    insideContainer,
    async close() {
      clearInterval(sweeping)
      if (warmingUp) clearTimeout(warmingUp)
      stopping.abort()
      const cut = setTimeout(() => app.server.closeAllConnections(), drainMs)
      await Promise.all([app.close(), sender.close()])
      clearTimeout(cut)
      log.flush()
    },
  }
}

/** Who wants a verdict is told of all, also of what the journal has forgotten by then; others need not wait for judges. */
async function judgeInTheEnd({ failOnFindings, report }: Options) {
  const isAskedFor = failOnFindings !== undefined || report !== undefined
  return isAskedFor ? (await import('./domain/findings/catalogue.ts')).judge : undefined
}

/** Loaded only when it is asked for. */
async function speakTls(server: Server, authority: Signer): Promise<void> {
  await (await import('./tls/serve-tls.ts')).serveTls(server, authority)
}

/** For localhost Fastify opens a second server on ::1, out of reach here: that one would speak no TLS. */
function addressFor({ host, authority }: Options): string {
  return authority && host === 'localhost' ? '127.0.0.1' : host
}

function fullMessage(maxTransactions: number): string {
  return (
    `The store is full (--max-transactions ${maxTransactions}): from now on the oldest transactions go, final ones ` +
    'first. This is said once.'
  )
}
