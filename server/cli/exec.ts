import { startFlags } from '../config.ts'
import { defaults } from '../flags.ts'
import { type Command, exitCodes } from './command.ts'
import { hostsFlag } from './hosts-flag.ts'

const { port, host, publicUrl, trustProxy, tls, caFile, quiet, logLevel, noColor, ...sandboxFlags } = startFlags
/** Of these there is nothing to choose here. */
const settled = defaults({ host, publicUrl, trustProxy })

const flags = { ...sandboxFlags, hosts: hostsFlag }

/** Runs a command that knows nothing of the sandbox, and has it call one. */
export const exec: Command<typeof flags> = {
  name: 'exec',
  commandLine: { name: 'COMMAND', help: 'What to run, with its own arguments: exec -- npm test' },
  description: 'Run a command whose calls to Intram’s hosts are answered by a sandbox of its own; gives its exit code',
  flags,
  async run({ hosts, keys, tlsName = [], ...rest }, { operands, surroundings: { env, stderr } }) {
    const { startServer, readKeysFile, createReadableLog, createSigner, takeover } = await load()
    const merchants = keys === undefined ? undefined : readKeysFile(keys)
    const authority = await createSigner(tlsName)
    const server = await startServer({
      ...settled,
      ...rest,
      port: hosts ? takeover.intramApiPort : 0,
      merchants,
      authority,
      log: createReadableLog({ level: 'warn', colors: false, stream: stderr }),
      logsRequests: false,
    })
    try {
      const { origin, exampleKeys } = server
      const options = { env, origin, exampleKeys, merchant: merchants?.[0], authority: authority.certificate, hosts }
      const exitCode = await takeover.takeOver(operands, options, takeover.runChild)
      const { concludeFindings } = await import('../findings/conclude.ts')
      const write = (text: string) => stderr.write(text)
      const conclusion = await concludeFindings({ ...rest, sandbox: server.sandbox, colors: false, write })
      // What the command itself says counts first.
      return exitCode === exitCodes.fine && conclusion === 'too-bad' ? exitCodes.checkFailed : exitCode
    } finally {
      await server.close()
    }
  },
}

/** Only what is used is loaded: start-up time counts. */
async function load() {
  const [{ startServer }, { readKeysFile }, { createReadableLog }, { createSigner }, takeover] = await Promise.all([
    import('../start-server.ts'),
    import('../keys-file.ts'),
    import('../adapters/readable-log.ts'),
    import('../tls/authority.ts'),
    import('../takeover/index.ts'),
  ])
  return { startServer, readKeysFile, createReadableLog, createSigner, takeover }
}
