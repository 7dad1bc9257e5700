import { delimiter } from 'node:path'
import { intramApiHosts } from '../tls/names.ts'
import type { Trust } from './trust.ts'

type Options = {
  sandboxPort: number
  proxyUrl: string
  /** What programs may still call without a proxy. */
  noProxy: readonly string[]
  trust: Trust
}

/** The environment in which programs that have Intram's host in their code call the sandbox instead, and trust it. */
export function takeoverEnvironment(env: NodeJS.ProcessEnv, options: Options): NodeJS.ProcessEnv {
  const { sandboxPort, proxyUrl, noProxy, trust } = options
  const direct = [...new Set([...noProxy, 'localhost', '127.0.0.1'])].join(',')
  const preload = new URL(import.meta.resolve('#server/takeover/assets/node-preload.mjs'))
  preload.search = [sandboxPort, ...intramApiHosts].join(',')
  return {
    ...env,
    // Programs differ in which spelling they read.
    ...bothSpellings({ https_proxy: proxyUrl, http_proxy: proxyUrl, no_proxy: direct }),
    NODE_EXTRA_CA_CERTS: trust.nodeExtra,
    NODE_OPTIONS: [env.NODE_OPTIONS, `--import=${preload.href}`].filter(Boolean).join(' '),
    REQUESTS_CA_BUNDLE: trust.bundle,
    CURL_CA_BUNDLE: trust.bundle,
    SSL_CERT_FILE: trust.bundle,
    // An empty place in the list stands for the folder that PHP would read anyway.
    PHP_INI_SCAN_DIR: `${env.PHP_INI_SCAN_DIR ?? ''}${delimiter}${trust.phpIni}`,
  }
}

function bothSpellings(variables: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => [
      [name, value],
      [name.toUpperCase(), value],
    ]),
  )
}
