import { UsageError } from '../flags.ts'

/** The application did not do what a flag has it do. `hint` helps who got the flag wrong. */
export class Unanswered extends UsageError {
  readonly what: string

  constructor(what: string, hint = '') {
    super(`${what}${hint}`.trimEnd())
    this.what = what
  }
}

/** The application fails at what it could do before: no mistake in a flag, but a result. */
export class Relapse extends Error {
  override readonly name = 'Relapse'
  /** The case in which it worked last. */
  readonly workedIn: string

  constructor(what: string, workedIn: string) {
    super(what)
    this.workedIn = workedIn
  }
}

/** Once it has worked, what is `Unanswered` is a `Relapse`. */
export function afterFirst<Asked extends unknown[], Answer>(
  playing: () => string,
  ask: (...asked: Asked) => Promise<Answer>,
) {
  let workedIn: string | undefined
  return async (...asked: Asked): Promise<Answer> => {
    try {
      const answer = await ask(...asked)
      workedIn = playing()
      return answer
    } catch (error) {
      if (workedIn === undefined || !(error instanceof Unanswered)) throw error
      throw new Relapse(error.what, workedIn)
    }
  }
}
