import type { FastifyRequest } from 'fastify'
import { HttpError } from '../envelope.ts'

const longestKey = 256

/** The merchant key that names the world: in the query, else in the header; empty when it is in neither. */
export function merchantOf({ query, headers }: FastifyRequest): string {
  const { merchant } = query as Record<string, unknown>
  return read(merchant, '/merchant') || read(headers['x-marchand-key'], 'X-MARCHAND-KEY')
}

/** Without a world a call can mean nothing: guessing one would show some other test's payments. */
export function noMerchant(): HttpError {
  return new HttpError(400, 'Whose world? Name the merchant key by ?merchant= or by the header X-MARCHAND-KEY')
}

function read(given: unknown, path: string): string {
  if (given === undefined) return ''
  const key = typeof given === 'string' ? given.trim() : undefined
  if (key !== undefined && key.length <= longestKey) return key
  const message = key === undefined ? 'must be given once' : `is longer than ${longestKey} characters`
  throw new HttpError(400, 'The request is not valid', [{ path, message }])
}
