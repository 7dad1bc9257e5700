import { STATUS_CODES } from 'node:http'
import type { FastifyRequest } from 'fastify'
import type { SocketFault, Strike } from '../domain/fault.ts'
import { HttpError } from '../envelope.ts'
import type { Around } from '../openapi/routes.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Hold } from './hold.ts'
import { whenGone } from './when-gone.ts'

/** Thrown instead of an answer: the connection ends in this way. */
export class BrokenAnswer extends Error {
  readonly how: SocketFault

  constructor(how: SocketFault) {
    super(how)
    this.name = 'BrokenAnswer'
    this.how = how
  }
}

type Options = { faults: Sandbox['faults']; hold: Hold }

/** Has the faults of a world strike its requests. */
export function strikeWithFaults({ faults, hold }: Options): Around {
  async function spoil<Answer>(
    { when, delayMs, status, fault }: Strike,
    request: FastifyRequest,
    answer: () => Promise<Answer>,
  ) {
    const isInstead = when === 'before' && (status !== undefined || fault !== undefined)
    const answered = isInstead ? undefined : await answer()
    if (delayMs > 0) await hold(delayMs, whenGone(request))
    if (fault !== undefined) throw new BrokenAnswer(fault)
    if (status !== undefined) throw new HttpError(status, STATUS_CODES[status] ?? 'Error')
    return answered as Answer
  }

  return (request, _reply, answer, { operationId }) => {
    const struck = faults.strike(request.world, operationId)
    return struck ? spoil(struck, request, answer) : answer()
  }
}
