import { startFlags } from '../config.ts'
import { dataDirectory } from '../data-directory.ts'
import { type Command, exitCodes } from './command.ts'

const flags = { tlsName: startFlags.tlsName }

/** Prints what `--tls` is signed by. It installs nothing: whom a machine trusts is for its user to say. */
export const ca: Command<typeof flags> = {
  name: 'ca',
  description: 'Print the certificate of the authority behind --tls (made on first use), and how to trust it',
  flags,
  async run({ tlsName = [] }, { surroundings: { env, stdout, stderr } }) {
    const { openAuthority } = await import('../tls/authority.ts')
    const { certificate, names, path } = await openAuthority({
      directory: dataDirectory(env),
      furtherNames: tlsName,
    })
    stdout.write(certificate)
    stderr.write(advice(path, names))
    return exitCodes.fine
  },
}

function advice(path: string, names: readonly string[]): string {
  const file = path.includes(' ') ? `"${path}"` : path
  return `
It is in ${path}
and can sign for ${names.join(', ')} and loopback addresses only. Nothing was installed. To trust it

  in one command      intram-sandbox exec -- COMMAND   (by environment, that command alone)
  curl                curl --cacert ${file} …
  Node.js             export NODE_EXTRA_CA_CERTS=${file}
  Python requests     export REQUESTS_CA_BUNDLE=${file}   (then only this one is trusted)
  PHP                 php -d curl.cainfo=${file} -d openssl.cafile=${file} …   (likewise)
  Debian, Ubuntu      sudo cp ${file} /usr/local/share/ca-certificates/intram-sandbox.crt && sudo update-ca-certificates
  Fedora, RHEL        sudo trust anchor ${file}
  macOS               security add-trusted-cert -k ~/Library/Keychains/login.keychain-db ${file}
  Windows             certutil -user -addstore Root ${file}
  Firefox             Settings, Certificates, Authorities, Import
`
}
