import type { components } from '../client/schema.gen.ts'

export type Envelope = components['schemas']['Error']
export type Detail = components['schemas']['ErrorDetail']

/** An answer other than 200, thrown from wherever it becomes clear. */
export class HttpError extends Error {
  readonly statusCode: number
  readonly details: Detail[] | undefined

  constructor(statusCode: number, message: string, details?: Detail[]) {
    super(message)
    this.name = 'HttpError'
    this.statusCode = statusCode
    this.details = details
  }
}

/** The one shape of every error of every route: Intram's own, from the later revision of its page. */
export function envelope(message: string, details?: Detail[]): Envelope {
  return { error: true, status: 'ERROR', message, ...(details && { details }) }
}
