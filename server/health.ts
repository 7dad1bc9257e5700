import type { FastifyInstance } from 'fastify'
import { unlogged } from './unlogged.ts'

const paths = ['/livez', '/readyz', '/healthz']

/** For probes: no keys, and no line in the log. A sandbox that answers at all is ready, since it waits for nothing. */
export function registerHealth(app: FastifyInstance): void {
  for (const path of paths) app.get(path, { onRequest: unlogged }, async () => ({ status: 'ok' }))
}
