import { UsageError } from '../flags.ts'
import { isMeant, splitNoProxy } from './no-proxy.ts'

type Target = { protocol: string; hostname: string }

/** The proxies that the user's own environment names. */
export type UserProxies = {
  /** The one that is meant for this target, if any. */
  proxyFor(target: Target): URL | undefined
  /** The entries of `NO_PROXY` that clients may go on reading themselves. */
  noProxy: string[]
}

export function readUserProxies(env: NodeJS.ProcessEnv): UserProxies {
  const { kept, setAside } = splitNoProxy(variable(env, 'no_proxy'))
  const proxies: Record<string, URL | undefined> = {
    'http:': readProxy(env, 'http_proxy') ?? readProxy(env, 'all_proxy'),
    'https:': readProxy(env, 'https_proxy') ?? readProxy(env, 'all_proxy'),
  }
  return {
    noProxy: kept,
    proxyFor: ({ protocol, hostname }) =>
      setAside.some((entry) => isMeant(entry, hostname)) ? undefined : proxies[protocol],
  }
}

/** Its value may hold a password: an error names the variable only. */
function readProxy(env: NodeJS.ProcessEnv, name: string): URL | undefined {
  const text = variable(env, name)
  if (text === '') return undefined
  const url = text.includes('://') ? text : `http://${text}`
  if (!URL.canParse(url)) throw new UsageError(`${name.toUpperCase()} is no URL of a proxy`)
  return new URL(url)
}

function variable(env: NodeJS.ProcessEnv, name: string): string {
  return env[name] || env[name.toUpperCase()] || ''
}
