import { silentLog } from '../adapters/silent-log.ts'
import type { CallbackFormat } from '../api/encode-callback.ts'
import type { Keys } from '../api/keyring.ts'
import { startFlags } from '../config.ts'
import { readDuration } from '../domain/duration.ts'
import { defaults, readEnvironment, UsageError } from '../flags.ts'
import { startServer } from '../start-server.ts'
import { type End, intramApiPort } from '../takeover/index.ts'
import { type App, createApp } from './app.ts'
import { type Belief, beliefByCommand, beliefByUrl } from './belief.ts'
import type { Case, Result } from './exam.ts'
import { examine } from './examine.ts'
import { createKeyHider } from './hide-keys.ts'
import { createObserver } from './observe.ts'
import type { Report } from './report.ts'
import { readStart } from './start-payment.ts'
import { withApp } from './with-app.ts'

export type ExamSettings = {
  app: string | undefined
  start: string | undefined
  believes: string | undefined
  believesCommand: string | undefined
  patience: string
  callbackFormat: CallbackFormat
  /** Of the sandbox. */
  port: number | undefined
  host: string
  /** What runs the application; nothing when it runs already. */
  command: readonly string[]
  env: NodeJS.ProcessEnv
  /** Whether the command gets a hosts file of its own. */
  hosts: boolean
}

type Listener = {
  /** Each result, as soon as it is known. */
  tell: (result: Result) => void
  /** What the developer has to know or do meanwhile. */
  say: (line: string) => void
}

/** With `--start` an application has this long to start a payment; a person who is asked, longer. */
const startPatienceMs = { byRequest: 15_000, byHand: 300_000 }

/** Starts a sandbox of its own for the application, and plays the cases. Throws a `UsageError` when it cannot. */
export async function holdExam(settings: ExamSettings, cases: Case[], { tell, say }: Listener): Promise<Report> {
  const { hide, learn } = createKeyHider(settings.env)
  const app = createApp(readOrigin(settings.app), hide)
  const belief = readBelief(settings, app, hide)
  const startByRequest = settings.start === undefined ? undefined : readStart(app, settings.start)
  const observer = createObserver()
  const { command, hosts, env, callbackFormat } = settings
  const runsApp = command.length > 0
  if (hosts && !runsApp) throw new UsageError('--hosts is for a command: exam … -- npm start')
  // An application that has Intram's host in its code speaks TLS.
  const authority = runsApp ? await (await import('../tls/authority.ts')).createSigner([]) : undefined
  const { sandbox, origin, exampleKeys, close } = await startServer({
    ...defaults(startFlags),
    port: portOf(settings),
    host: settings.host,
    // Nothing happens to a payment but what the exam does.
    expiry: '1d',
    callbackSchedule: 'fast',
    callbackFormat,
    watch: observer.watch,
    watchKeys: learn,
    callbackOrigin: app.origin,
    merchants: undefined,
    authority,
    log: silentLog,
    logsRequests: false,
  })
  try {
    const options = {
      sandbox,
      origin,
      observer,
      app,
      callbackFormat,
      belief,
      startPayment: startByRequest ?? (async () => say('Start a payment in your application now …')),
      startsByHand: startByRequest === undefined,
      startPatienceMs: startByRequest ? startPatienceMs.byRequest : startPatienceMs.byHand,
      beliefPatienceMs: readDuration(settings.patience),
    }
    const hold = async (appEnded: Promise<End>): Promise<Report> => ({
      app: app.origin,
      results: await examine(cases, { ...options, appEnded }, tell),
    })
    if (authority) {
      const run = { app, env, hosts, origin, exampleKeys, authority: authority.certificate }
      return await withApp(command, run, hold)
    }
    say(greeting(origin, exampleKeys))
    return await hold(new Promise(() => {}))
  } finally {
    await close()
  }
}

function portOf({ port, hosts, command, env }: ExamSettings): number {
  if (hosts && port !== undefined && port !== intramApiPort) {
    throw new UsageError(`--hosts takes port ${intramApiPort}: leave out --port`)
  }
  if (port !== undefined) return port
  // The variable PORT, if there is one, is meant for the command.
  if (command.length > 0) return hosts ? intramApiPort : 0
  return readEnvironment({ port: startFlags.port }, env).port ?? startFlags.port.default
}

function greeting(origin: string, keys: Keys | undefined): string {
  return `Your application has to use this sandbox; any four keys do, these are an example:

export INTRAM_BASE_URL=${origin}/api/v1
export INTRAM_PUBLIC_KEY=${keys?.publicKey}
export INTRAM_PRIVATE_KEY=${keys?.privateKey}
export INTRAM_SECRET=${keys?.secretKey}
export INTRAM_MARCHAND_KEY=${keys?.merchantKey}
`
}

function readOrigin(url: string | undefined): string {
  if (url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return new URL(url).origin
  throw new UsageError('--app must be the http(s) URL of your application, such as http://localhost:3000')
}

function readBelief({ believes, believesCommand }: ExamSettings, app: App, hide: (text: string) => string): Belief {
  if (believes !== undefined && believesCommand !== undefined) {
    throw new UsageError('--believes and --believes-command: give one of them')
  }
  if (believes !== undefined) return beliefByUrl(app, believes)
  return believesCommand === undefined ? async () => undefined : beliefByCommand(believesCommand, hide)
}
