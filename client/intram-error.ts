/**
 * What is known of a call that did not succeed:
 * - `refused`: the API said no. Nothing was created; the same call will be refused again.
 * - `uncertain`: no verdict (time-out, dropped connection, 5xx, a page of HTML, an answer without its required fields).
 *   A payment may exist.
 * - `unsent`: the request never left (no route, connection refused, a mistake in the arguments). Nothing was created.
 */
export type Outcome = 'refused' | 'uncertain' | 'unsent'

export type ErrorDetail = { path: string; message: string }

type Facts = {
  outcome: Outcome
  method: string
  url: string
  status?: number | undefined
  details?: readonly ErrorDetail[] | undefined
  cause?: unknown
}

/** The one error of the client. It never holds a key, so it can be logged as it is. */
export class IntramError extends Error {
  readonly outcome: Outcome
  readonly method: string
  readonly url: string
  /** The HTTP status, when there was an answer. */
  readonly status: number | undefined
  /** What was wrong, and where, when the API says so. */
  readonly details: readonly ErrorDetail[]

  constructor(message: string, { outcome, method, url, status, details = [], cause }: Facts) {
    super(`${method} ${url}: ${message}`, cause === undefined ? undefined : { cause })
    this.name = 'IntramError'
    this.outcome = outcome
    this.method = method
    this.url = url
    this.status = status
    this.details = details
  }

  /** Whether a payment may have been created all the same: see "After an uncertain answer" in the README. */
  get isUncertain(): boolean {
    return this.outcome === 'uncertain'
  }

  toJSON(): object {
    const { name, message, outcome, method, url, status, details } = this
    return { name, message, outcome, method, url, status, details }
  }
}

const brand = Symbol.for('intram-sandbox.IntramError')
Object.defineProperty(IntramError.prototype, brand, { value: true })

// The package has this class twice, as ES module and as CommonJS: an error of one is an instance of the other, too.
Object.defineProperty(IntramError, Symbol.hasInstance, {
  value(this: unknown, error: unknown): boolean {
    // A class that extends this one is asked by prototype, as usual.
    if (this !== IntramError) return Function.prototype[Symbol.hasInstance].call(this, error)
    return typeof error === 'object' && error !== null && brand in error
  },
})
