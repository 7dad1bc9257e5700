import type { FastifyReply } from 'fastify'
import { Refusal } from '../domain/refusal.ts'
import { readScenario } from '../domain/scenario/read-scenario.ts'
import type { Scenario } from '../domain/scenario/scenario.ts'
import { HttpError } from '../envelope.ts'
import type { Around } from '../openapi/routes.ts'
import { type Hold, longestHoldMs } from './hold.ts'
import { type Preferences, readPreferences } from './preferences.ts'
import { whenGone } from './when-gone.ts'

const codes: Record<string, string> = { 400: 'Bad request', 401: 'Invalid API keys', 500: 'Server error' }

/**
 * Obeys `Prefer: code=500` and `Prefer: delay=2000` (ms), the convention of OpenAPI mock servers (RFC 7240). The delay
 * comes after the deed, as with a slow network: a client that gives up has created its payment all the same.
 */
export function preferences(hold: Hold): Around {
  async function delayed<Answer>(delayMs: number, gone: AbortSignal, answer: Promise<Answer>): Promise<Answer> {
    await Promise.allSettled([answer])
    await hold(delayMs, gone)
    return answer
  }

  return (request, reply, answer) => {
    if (request.headers.prefer === undefined) return answer()
    const { code, delay } = check(readPreferences(request.headers.prefer))
    apply(reply, { code, delay })
    const answered = code === undefined ? answer() : Promise.reject(new HttpError(Number(code), codes[code] ?? ''))
    return delay === undefined ? answered : delayed(Number(delay), whenGone(request), answered)
  }
}

/** The scenario that a payment request prefers. */
export function preferredScenario(header: string | string[] | undefined, reply: FastifyReply): Scenario | null {
  if (header === undefined) return null
  const { scenario } = readPreferences(header)
  if (scenario === undefined) return null
  try {
    const read = readScenario(scenario)
    apply(reply, { scenario })
    return read
  } catch (error) {
    if (error instanceof Refusal) throw wrong('scenario', error.message)
    throw error
  }
}

/** Preferences of other names are left alone, as RFC 7240 asks; a wrong value of one of ours is a mistake to tell. */
function check({ code, delay }: Preferences): { code: string | undefined; delay: string | undefined } {
  if (code !== undefined && !Object.hasOwn(codes, code)) {
    throw wrong('code', `must be one of ${Object.keys(codes).join(', ')}`)
  }
  if (delay !== undefined && !(/^\d{1,5}$/.test(delay) && Number(delay) <= longestHoldMs)) {
    throw wrong('delay', `must be a whole number of milliseconds up to ${longestHoldMs}`)
  }
  return { code, delay }
}

/** Says in the answer which preferences were obeyed. */
function apply(reply: FastifyReply, preferences: Record<string, string | undefined>): void {
  const applied = Object.entries(preferences).filter(([, value]) => value !== undefined)
  const all = [reply.getHeader('preference-applied'), ...applied.map((pair) => pair.join('='))]
  if (applied.length > 0) reply.header('preference-applied', all.filter(Boolean).join(', '))
}

function wrong(name: string, message: string): HttpError {
  return new HttpError(400, 'The Prefer header asks for something that the sandbox does not do', [
    { path: `Prefer: ${name}`, message },
  ])
}
