import { startFlags } from '../config.ts'
import { dataDirectory } from '../data-directory.ts'
import { UsageError } from '../flags.ts'
import type { Log } from '../log.ts'
import type { Authority } from '../tls/authority.ts'
import { banner } from './banner.ts'
import { type Command, exitCodes } from './command.ts'
import { stopSignal } from './stop-signal.ts'

/** Serves until a signal comes, then lets the requests in flight finish. */
export const start: Command<typeof startFlags> = {
  name: 'start',
  description: 'Serve the fake API (this is what happens without a command)',
  flags: startFlags,
  async run({ keys, tls, tlsName, caFile, quiet, logLevel, noColor, ...rest }) {
    const [{ startServer }, { readKeysFile }] = await Promise.all([
      import('../start-server.ts'),
      import('../keys-file.ts'),
    ])
    const isTerminal = process.stdout.isTTY === true
    const level = quiet && logLevel === 'info' ? 'warn' : logLevel
    const colors = isTerminal && !noColor && process.stdout.hasColors()
    const log = await createLog(isTerminal, level, colors)
    const merchants = keys === undefined ? undefined : readKeysFile(keys)
    if (tlsName && !tls) throw new UsageError('--tls-name names what the certificate is for: say --tls too')
    if (caFile !== undefined && !tls) throw new UsageError('--ca-file is for the certificate behind TLS: say --tls too')
    const authority = tls ? await openUsersAuthority(tlsName, caFile) : undefined
    const { sandbox, origin, exampleKeys, close } = await startServer({
      ...rest,
      merchants,
      authority,
      log,
      logsRequests: level === 'info',
      warmsUp: true,
    })
    const baseUrl = `${rest.publicUrl ?? origin}/api/v1`

    if (quiet) process.stdout.write(`${baseUrl}\n`)
    else
      (isTerminal ? process.stdout : process.stderr).write(
        banner({ baseUrl, exampleKeys, keysFile: keys, speaksTls: tls, colors }),
      )
    if (authority?.isNew) log.warn(newAuthorityMessage(authority))
    if (!isTerminal) log.info('listening', { baseUrl })
    if (!isLoopback(rest.host) && !merchants && rest.adminToken === undefined) log.warn(openMessage(rest.host))

    await stopSignal()
    await close()
    const { concludeFindings } = await import('../findings/conclude.ts')
    const write = (text: string) => (isTerminal ? process.stdout : process.stderr).write(text)
    const conclusion = await concludeFindings({ ...rest, sandbox, colors, write })
    return conclusion === 'too-bad' ? exitCodes.checkFailed : exitCodes.fine
  },
}

/** Before the port is open: who waits for the sandbox to be healthy finds the file. */
async function openUsersAuthority(furtherNames: readonly string[] = [], caFile?: string): Promise<Authority> {
  const [{ openAuthority }, { writeCertificate }] = await Promise.all([
    import('../tls/authority.ts'),
    import('../tls/write-certificate.ts'),
  ])
  const authority = await openAuthority({ directory: dataDirectory(process.env), furtherNames })
  if (caFile !== undefined) writeCertificate(caFile, authority)
  return authority
}

function newAuthorityMessage({ names, path }: Authority): string {
  return (
    `There is a new certificate authority for ${names.join(', ')}, in ${path}: ` +
    'clients have to trust it; `intram-sandbox ca` says how, with the same --tls-name'
  )
}

/** Only what is used is loaded: start-up time counts. */
async function createLog(
  isTerminal: boolean,
  level: 'silent' | 'error' | 'warn' | 'info',
  colors: boolean,
): Promise<Log> {
  if (!isTerminal) return (await import('../adapters/json-log.ts')).createJsonLog({ level })
  return (await import('../adapters/readable-log.ts')).createReadableLog({ level, colors })
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

function openMessage(host: string): string {
  return (
    `Listening on ${host} with any keys accepted: whoever knows a merchant key reads and settles its transactions ` +
    '(see --keys and --admin-token)'
  )
}
