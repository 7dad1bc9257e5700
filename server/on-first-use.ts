import type { FastifyInstance, onRequestHookHandler } from 'fastify'
import { unlogged } from './unlogged.ts'

/** Serves paths by an app of its own, which is made when one of them is asked for first, so that starting is fast. */
export function registerOnFirstUse(
  app: FastifyInstance,
  paths: readonly string[],
  { create, fill }: { create: () => FastifyInstance; fill: (other: FastifyInstance) => Promise<unknown> },
): void {
  let made: Promise<FastifyInstance> | undefined
  async function make(): Promise<FastifyInstance> {
    const other = create()
    await fill(other)
    await other.ready()
    return other
  }
  // Before the body is read: that is for the other app to do, as are the line in the log and every error.
  const passOn: onRequestHookHandler = (request, reply, done) => {
    made ??= make()
    made.then((other) => {
      reply.hijack()
      other.routing(request.raw, reply.raw)
    }, done)
  }
  const onRequest = [unlogged, passOn]
  for (const url of paths) app.route({ method: app.supportedMethods, url, onRequest, handler: async () => {} })
  app.addHook('onClose', async () => (await made)?.close())
}
