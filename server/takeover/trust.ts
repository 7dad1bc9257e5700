import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { certificatesIn, systemRoots } from './roots.ts'

/** Files that make programs trust one authority more, for as long as a command runs. Only this user can read them. */
export type Trust = {
  /** For files of the same life. */
  folder: string
  /** What Node.js is to trust besides its own. */
  nodeExtra: string
  /** All that others are to trust. */
  bundle: string
  /** A folder with more settings for PHP. */
  phpIni: string
  remove(): void
}

/** The names by which users say whom their programs trust instead of the system's authorities. */
const ownBundles = ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'SSL_CERT_FILE']

export function prepareTrust(authority: string, env: NodeJS.ProcessEnv): Trust {
  const folder = mkdtempSync(join(tmpdir(), 'intram-sandbox-'))
  const nodeExtra = join(folder, 'node-extra.pem')
  const bundle = join(folder, 'bundle.pem')
  const phpIni = join(folder, 'php')
  const own = ownBundles.flatMap((name) => certificatesIn(env[name]))
  write(nodeExtra, [...certificatesIn(env.NODE_EXTRA_CA_CERTS), authority])
  write(bundle, [...systemRoots(), ...own, authority])
  mkdirSync(phpIni)
  writeFileSync(join(phpIni, 'intram-sandbox.ini'), `curl.cainfo="${bundle}"\nopenssl.cafile="${bundle}"\n`)
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  // Should this process end at once.
  process.on('exit', removeFolder)
  const remove = () => {
    process.off('exit', removeFolder)
    removeFolder()
  }
  return { folder, nodeExtra, bundle, phpIni, remove }
}

function write(file: string, certificates: string[]): void {
  writeFileSync(file, `${[...new Set(certificates.map((text) => text.trim()))].join('\n')}\n`)
}
