declare module 'fastify' {
  interface FastifyRequest {
    /** When its headers had arrived, as performance.now(); 0 of what Fastify refuses before. */
    startedAt: number
  }
}

/** To a tenth of one. */
export function millisecondsSince(startedAt: number): number {
  return startedAt === 0 ? 0 : Math.round((performance.now() - startedAt) * 10) / 10
}
