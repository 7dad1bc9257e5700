import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Hold, longestHoldMs } from './hold.ts'

/** The deed is done, but its client is not to learn it: thrown instead of an answer. */
export class LostAnswer extends Error {
  readonly way: 'lost-answer' | 'time-out'

  constructor(way: LostAnswer['way']) {
    super(way)
    this.name = 'LostAnswer'
    this.way = way
  }
}

/** Drops the connection, for `time-out` only after a minute in which the client may give up. */
export async function loseAnswer(
  { way }: LostAnswer,
  request: FastifyRequest,
  reply: FastifyReply,
  hold: Hold,
): Promise<void> {
  reply.hijack()
  const { socket } = request.raw
  const gone = new AbortController()
  socket.once('close', () => gone.abort())
  if (way === 'time-out') await hold(longestHoldMs, gone.signal).catch(() => {})
  socket.destroy()
}
