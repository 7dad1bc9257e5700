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
  const all = variable(env, 'all_proxy')
  const proxies: Record<string, string> = {
    'http:': variable(env, 'http_proxy') || all,
    'https:': variable(env, 'https_proxy') || all,
  }
  return {
    noProxy: kept,
    proxyFor({ protocol, hostname }) {
      const text = proxies[protocol]
      if (!text || setAside.some((entry) => isMeant(entry, hostname))) return undefined
      return new URL(text.includes('://') ? text : `http://${text}`)
    },
  }
}

function variable(env: NodeJS.ProcessEnv, name: string): string {
  return env[name] || env[name.toUpperCase()] || ''
}
