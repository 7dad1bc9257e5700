import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'

/** Where systems keep the certificates that they trust, as one file. */
const systemFiles = [
  '/etc/ssl/certs/ca-certificates.crt', // Debian, Alpine, Arch
  '/etc/pki/tls/certs/ca-bundle.crt', // Fedora, RHEL
  '/etc/ssl/ca-bundle.pem', // openSUSE
  '/etc/ssl/cert.pem', // macOS, FreeBSD
]

/** What the system trusts; where it has no such file, what Node.js brings along. */
export function systemRoots(): string[] {
  for (const file of systemFiles) {
    const found = certificatesIn(file)
    if (found.length > 0) return found
  }
  return [...rootCertificates]
}

/** The certificates in a file, or in the files of a folder. None of what cannot be read: its user is told elsewhere. */
export function certificatesIn(path: string | undefined): string[] {
  if (!path) return []
  try {
    const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path]
    return files.filter((file) => statSync(file).isFile()).flatMap(certificatesOf)
  } catch {
    return []
  }
}

function certificatesOf(file: string): string[] {
  return (
    readFileSync(file, 'latin1').match(/-----BEGIN (TRUSTED )?CERTIFICATE-----[^-]+-----END \1CERTIFICATE-----/g) ?? []
  )
}
