import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { HttpError } from '../envelope.ts'
import type { Around } from '../openapi/routes.ts'

const codes: Record<string, string> = { 400: 'Bad request', 401: 'Invalid API keys', 500: 'Server error' }
const longestDelayMs = 60_000
const mostWaiting = 1000

type Preferences = { code?: string; delay?: string }

/**
 * Obeys `Prefer: code=500` and `Prefer: delay=2000` (ms), the convention of OpenAPI mock servers (RFC 7240). The delay
 * comes after the deed, as with a slow network: a client that gives up has created its payment all the same.
 */
export function preferences(stopped: AbortSignal): Around {
  let waiting = 0

  async function delayed<Answer>(delayMs: number, answer: Promise<Answer>): Promise<Answer> {
    if (waiting >= mostWaiting) throw new HttpError(503, `More than ${mostWaiting} requests are waiting already`)
    waiting += 1
    try {
      await Promise.allSettled([answer])
      await wait(delayMs, undefined, { signal: stopped }).catch(() => {})
      return await answer
    } finally {
      waiting -= 1
    }
  }

  return (request, reply, answer) => {
    if (request.headers.prefer === undefined) return answer()
    const { code, delay } = readPreferences(request, reply)
    const answered = code === undefined ? answer() : Promise.reject(new HttpError(Number(code), codes[code] ?? ''))
    return delay === undefined ? answered : delayed(Number(delay), answered)
  }
}

/** Preferences of other names are left alone, as RFC 7240 asks; a wrong value of these two is a mistake to tell. */
function readPreferences({ headers }: FastifyRequest, reply: FastifyReply): Preferences {
  const { code, delay } = Object.fromEntries(
    [headers.prefer]
      .flat()
      .flatMap((header) => header?.split(',') ?? [])
      .map(
        (preference) =>
          preference
            .split(';')[0]
            ?.split('=')
            .map((part) => part.trim()) ?? [],
      )
      .map(([name = '', value = '']) => [name.toLowerCase(), value.replace(/^"(.*)"$/, '$1')]),
  )
  if (code !== undefined && !Object.hasOwn(codes, code)) {
    throw wrong('code', `must be one of ${Object.keys(codes).join(', ')}`)
  }
  if (delay !== undefined && !(/^\d{1,5}$/.test(delay) && Number(delay) <= longestDelayMs)) {
    throw wrong('delay', `must be a whole number of milliseconds up to ${longestDelayMs}`)
  }
  const applied = Object.entries({ code, delay }).filter(([, value]) => value !== undefined)
  if (applied.length > 0) reply.header('preference-applied', applied.map((pair) => pair.join('=')).join(', '))
  return { ...(code !== undefined && { code }), ...(delay !== undefined && { delay }) }
}

function wrong(name: string, message: string): HttpError {
  return new HttpError(400, 'The Prefer header asks for something that the sandbox does not do', [
    { path: `Prefer: ${name}`, message },
  ])
}
