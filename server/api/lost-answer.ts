import type { FastifyReply, FastifyRequest } from 'fastify'
import type { BreakAnswer } from './broken-answer.ts'
import { type Hold, longestHoldMs } from './hold.ts'
import { whenGone } from './when-gone.ts'

/** The deed is done, but its client is not to learn it: thrown instead of an answer. */
export class LostAnswer extends Error {
  readonly way: 'lost-answer' | 'time-out'

  constructor(way: LostAnswer['way']) {
    super(way)
    this.name = 'LostAnswer'
    this.way = way
  }
}

type Options = { hold: Hold; breakAnswer: BreakAnswer }

/** Drops the connection, for `time-out` only after a minute in which the client may give up. */
export async function loseAnswer(
  { way }: LostAnswer,
  request: FastifyRequest,
  reply: FastifyReply,
  { hold, breakAnswer }: Options,
): Promise<void> {
  reply.hijack()
  if (way === 'time-out') await hold(longestHoldMs, whenGone(request)).catch(() => {})
  breakAnswer(request, reply, 'EMPTY_RESPONSE')
}
