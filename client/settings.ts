import { IntramError } from './intram-error.ts'
import { isPlainHttpAllowed } from './plain-http.ts'

/** A merchant's four keys. */
export type Keys = { publicKey: string; privateKey: string; secretKey: string; merchantKey: string }

export type Settings = { baseUrl: string; keys: Keys }

/** Intram's own host, sandbox and live alike: the keys decide. */
export const intramBaseUrl = 'https://webservices.intram.org:4002/api/v1'

/** The names that the official Node SDK reads. */
export const environmentNames = {
  publicKey: 'INTRAM_PUBLIC_KEY',
  privateKey: 'INTRAM_PRIVATE_KEY',
  secretKey: 'INTRAM_SECRET',
  merchantKey: 'INTRAM_MARCHAND_KEY',
} as const

type Given = { baseUrl?: string | undefined; keys?: Partial<Keys> | undefined }

/** What is given wins over the environment. A missing key or a base URL that would leak them is an error. */
export function readSettings({ baseUrl, keys = {} }: Given, env: Record<string, string | undefined>): Settings {
  const url = readBaseUrl(baseUrl ?? (env.INTRAM_BASE_URL || intramBaseUrl))
  const names = Object.keys(environmentNames) as (keyof Keys)[]
  const textless = names.filter((name) => !['string', 'undefined'].includes(typeof keys[name]))
  if (textless.length > 0) throw unusable(`${textless.map((name) => `keys.${name}`).join(', ')} must be a text`, url)
  const found = names.map((name) => [name, (keys[name] ?? env[environmentNames[name]] ?? '').trim()] as const)
  const missing = found.filter(([, key]) => key === '').map(([name]) => `keys.${name} (${environmentNames[name]})`)
  if (missing.length > 0) throw unusable(`Missing ${missing.join(', ')}: pass them or set the environment`, url)
  const broken = found.filter(([, key]) => /[^\x21-\x7e]/.test(key)).map(([name]) => name)
  if (broken.length > 0) throw unusable(`Spaces or special characters in ${broken.join(', ')}`, url)
  return { baseUrl: url, keys: Object.fromEntries(found) as Keys }
}

function readBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) throw unusable('The base URL must be an http(s) URL', text)
  if (url.username || url.password || url.search || url.hash) {
    throw unusable('The base URL must hold no user, query or fragment', url.origin)
  }
  if (url.protocol === 'http:' && !isPlainHttpAllowed(url.hostname)) {
    throw unusable('Plain http would show the keys to everyone on the way: use https', url.href)
  }
  return url.href.replace(/\/+$/, '')
}

/** The error of what no client can be made of. */
export function unusable(message: string, url: string): IntramError {
  return new IntramError(message, { outcome: 'unsent', method: 'createClient', url })
}
