declare module 'fastify' {
  interface FastifyRequest {
    /** When its headers had arrived, as performance.now(); nothing of what Fastify refuses before. */
    startedAt: number | undefined
  }
}

/** To a tenth of one. */
export function millisecondsSince(startedAt: number | undefined): number {
  return startedAt ? Math.round((performance.now() - startedAt) * 10) / 10 : 0
}
