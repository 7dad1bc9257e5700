import { hash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest, onRequestHookHandler } from 'fastify'
import { HttpError } from '../envelope.ts'
import { merchantOf } from './merchant.ts'

export type AdmitOptions = {
  adminToken: string | undefined
  /** Whose four keys a request carries: with `--keys` only, where they prove something. */
  identify: ((request: FastifyRequest) => string | undefined) | undefined
}

/**
 * Decides who may control which world. The admin token opens all of them. With `--keys` a merchant's four keys open its
 * own; a merchant key alone opens none, since it identifies and is no secret. With neither every world is open.
 */
export function admit({ adminToken, identify }: AdmitOptions): onRequestHookHandler {
  const isAdmin = adminToken === undefined ? () => false : tokenCheck(adminToken)
  const isOpen = adminToken === undefined && identify === undefined

  function worldOf(request: FastifyRequest): string {
    const named = merchantOf(request)
    if (isOpen || isAdmin(request.headers.authorization)) return named
    const own = identify?.(request)
    if (own === undefined) throw new HttpError(401, whatIsWanted(adminToken, identify))
    if (named !== '' && named !== own) throw new HttpError(403, 'These keys do not open the world of another merchant')
    return own
  }

  return (request, reply, done) => {
    try {
      request.world = worldOf(request)
      done()
    } catch (error) {
      if (adminToken !== undefined) reply.header('www-authenticate', 'Bearer')
      done(error as Error)
    }
  }
}

/** Compares digests in constant time: neither the length nor the beginning of the token can be measured. */
function tokenCheck(adminToken: string): (authorization: string | undefined) => boolean {
  const expected = hash('sha256', adminToken, 'buffer')
  return (authorization = '') => {
    const [, token = ''] = /^bearer +(\S+)$/i.exec(authorization) ?? []
    return timingSafeEqual(hash('sha256', token, 'buffer'), expected)
  }
}

function whatIsWanted(adminToken: string | undefined, identify: AdmitOptions['identify']): string {
  const token = adminToken !== undefined && 'the token of --admin-token as Authorization: Bearer …'
  const keys = identify && 'the four keys of a merchant that --keys lists, as headers'
  return `The control API wants ${[token, keys].filter(Boolean).join(', or ')}`
}
