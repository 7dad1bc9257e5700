import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../flags.ts'
import { intramApiHosts } from '../tls/names.ts'

/** The port that Intram's clients have in their code: in a hosts file there are names only. */
export const intramApiPort = 4002

/**
 * The command line that runs a command with a hosts file of its own, in which Intram's hosts are this machine. It takes
 * namespaces (Linux): nobody else sees that file, and it ends with the command.
 */
export function withOwnHosts(command: readonly string[], folder: string): string[] {
  if (process.platform !== 'linux')
    throw new UsageError('--hosts needs Linux: elsewhere there is no hosts file for one command')
  const file = join(folder, 'hosts')
  writeFileSync(file, hostsFile(readFileSync('/etc/hosts', 'utf8')))
  const wrap = process.getuid?.() === 0 ? asRoot : asUser
  const [program = '', ...args] = wrap(file, ['true'])
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (status === 0) return wrap(file, command)
  const reason = error ? `unshare cannot be run (${error.message})` : stderr.trim().split('\n').at(-1)
  throw new UsageError(
    `--hosts is not possible here: ${reason}. It needs the right to make user and mount namespaces, which most ` +
      'containers and some systems do not give',
  )
}

/** Ours first: the first line that names a host counts. IPv6 too, or some programs would ask DNS for it. */
export function hostsFile(own: string): string {
  const names = intramApiHosts.join(' ')
  return `127.0.0.1 ${names}\n::1 ${names}\n${own}`
}

const mount = 'mount --bind "$0" /etc/hosts'

function asRoot(file: string, command: readonly string[]): string[] {
  return ['unshare', '--mount', 'sh', '-c', `${mount} && exec "$@"`, file, ...command]
}

/** Only root may mount, so the command gets its user's own number back in a second namespace. */
function asUser(file: string, command: readonly string[]): string[] {
  const again = `unshare --user --map-user=${process.getuid?.()} --map-group=${process.getgid?.()}`
  const script = `${mount} && exec ${again} -- "$@"`
  return ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', script, file, ...command]
}
