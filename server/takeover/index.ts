import { takeoverEnvironment } from './environment.ts'
import { startForwardProxy } from './forward-proxy.ts'
import { withOwnHosts } from './own-hosts.ts'
import { runChild } from './run-child.ts'
import { prepareTrust } from './trust.ts'
import { readUserProxies } from './user-proxies.ts'

export { intramApiPort } from './own-hosts.ts'

type Options = {
  env: NodeJS.ProcessEnv
  /** Where Intram's hosts are to lead on this machine. */
  sandboxPort: number
  /** The certificate of whom the command is to trust. */
  authority: string
  /** Whether it gets a hosts file of its own. */
  hosts: boolean
}

/** Runs a command for which Intram's hosts are on this machine. Nothing outlives it: no file, no port, no trust. */
export async function runTakenOver(command: readonly string[], options: Options): Promise<number> {
  const { env, sandboxPort, authority, hosts } = options
  const { proxyFor, noProxy } = readUserProxies(env)
  const trust = prepareTrust(authority, env)
  try {
    const line = hosts ? withOwnHosts(command, trust.folder) : command
    const proxy = await startForwardProxy({ sandboxPort, proxyFor })
    try {
      return await runChild(line, takeoverEnvironment(env, { sandboxPort, proxyUrl: proxy.url, noProxy, trust }))
    } finally {
      await proxy.close()
    }
  } finally {
    trust.remove()
  }
}
