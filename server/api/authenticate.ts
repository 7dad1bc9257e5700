import type { FastifyRequest, onRequestHookHandler } from 'fastify'
import { HttpError } from '../envelope.ts'
import type { Keyring, Keys } from './keyring.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The merchant key whose world this request sees; empty before `authenticate`, and outside Intram's API. */
    world: string
  }
}

const headers = {
  publicKey: 'x-api-key',
  privateKey: 'x-private-key',
  secretKey: 'x-secret-key',
  merchantKey: 'x-marchand-key',
} as const

export const longestKey = 256

type Options = { keyring: Keyring; merchantHeader: 'required' | 'optional' }

/** Answers 401 before the body is read, and says which header is missing (but never what was in one). */
export function authenticate(options: Options): onRequestHookHandler {
  const identified = identify(options)
  let last = ''
  return (request, _reply, done) => {
    const world = identified(request)
    if (world === undefined) {
      return done(new HttpError(401, 'Invalid API keys', whatIsWrong(keysOf(request), options.merchantHeader)))
    }
    // Most often the very same text as before: much is looked up by it, for which another would be hashed anew.
    if (world !== last) last = world
    request.world = last
    done()
  }
}

/** Whose world the keys of a request open, if any. */
export function identify({ keyring, merchantHeader }: Options): (request: FastifyRequest) => string | undefined {
  return (request) => {
    const keys = keysOf(request)
    return isComplete(keys, merchantHeader) ? keyring(keys) : undefined
  }
}

function keysOf({ headers: sent }: FastifyRequest): Keys {
  return {
    publicKey: textOf(sent[headers.publicKey]),
    privateKey: textOf(sent[headers.privateKey]),
    secretKey: textOf(sent[headers.secretKey]),
    merchantKey: textOf(sent[headers.merchantKey]),
  }
}

function isComplete(keys: Keys, merchantHeader: Options['merchantHeader']): boolean {
  return (
    fits(keys.publicKey) &&
    fits(keys.privateKey) &&
    fits(keys.secretKey) &&
    (fits(keys.merchantKey) || (merchantHeader === 'optional' && keys.merchantKey === ''))
  )
}

function fits(key: string): boolean {
  return key !== '' && key.length <= longestKey
}

function whatIsWrong(keys: Keys, merchantHeader: Options['merchantHeader']) {
  const names = Object.keys(headers) as (keyof Keys)[]
  const details = names.flatMap((name) => {
    const path = headers[name].toUpperCase()
    if (keys[name].length > longestKey) return [{ path, message: `is longer than ${longestKey} characters` }]
    const isMissing = keys[name] === '' && (name !== 'merchantKey' || merchantHeader === 'required')
    return isMissing ? [{ path, message: 'is missing: send this header' }] : []
  })
  return details.length > 0 ? details : undefined
}

function textOf(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header.trim() : ''
}
