import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { UsageError } from './flags.ts'

/** Opens the port and says where it is. What stands in the way is a `UsageError` that says what to do. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  await app.listen({ port, host }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(explain(error, host, port))
  })
  const { address, family, port: opened } = app.server.address() as AddressInfo
  if (localhost.has(host.toLowerCase()) || localhost.has(address)) return `http://localhost:${opened}`
  // A zone such as %eth0 has no place in a URL.
  return `http://${family === 'IPv6' ? `[${address.replace(/%.*$/, '')}]` : address}:${opened}`
}

/** What localhost leads to wherever the sandbox runs. ::1 is none of them: not every machine has both. */
const localhost = new Set(['localhost', '127.0.0.1', '::ffff:127.0.0.1', '0.0.0.0', '::'])

function explain({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken: stop what listens there, or choose another with --port`
  if (code === 'EACCES') return `Port ${port} needs more rights: choose one above 1023 with --port`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `--host ${host} is no address of this machine`
  return message
}
