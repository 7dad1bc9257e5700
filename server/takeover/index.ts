import { takeoverEnvironment } from './environment.ts'
import { startForwardProxy } from './forward-proxy.ts'
import { withOwnHosts } from './own-hosts.ts'
import { type SandboxAddress, sandboxEnvironment } from './sandbox-environment.ts'
import { prepareTrust } from './trust.ts'
import { readUserProxies } from './user-proxies.ts'

export { intramApiPort } from './own-hosts.ts'
export { runChild } from './run-child.ts'
export { type End, startGroup } from './start-group.ts'

type Options = SandboxAddress & {
  env: NodeJS.ProcessEnv
  /** The certificate of whom the command is to trust. */
  authority: string
  /** Whether it gets a hosts file of its own. */
  hosts: boolean
}

type Run<Result> = (command: readonly string[], env: NodeJS.ProcessEnv) => Promise<Result>

/** Has a command run for which Intram's hosts are a sandbox on this machine. Nothing outlives it: no file, port or trust. */
export async function takeOver<Result>(
  command: readonly string[],
  { env, authority, hosts, ...address }: Options,
  run: Run<Result>,
): Promise<Result> {
  const { proxyFor, noProxy } = readUserProxies(env)
  const sandboxPort = Number(new URL(address.origin).port)
  const trust = prepareTrust(authority, env)
  try {
    const line = hosts ? withOwnHosts(command, trust.folder) : command
    const proxy = await startForwardProxy({ sandboxPort, proxyFor })
    try {
      const taken = takeoverEnvironment(env, { sandboxPort, proxyUrl: proxy.url, noProxy, trust })
      return await run(line, sandboxEnvironment(taken, address))
    } finally {
      await proxy.close()
    }
  } finally {
    trust.remove()
  }
}
