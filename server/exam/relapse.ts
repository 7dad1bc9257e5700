import type { Text } from '../domain/findings/finding.ts'
import { UsageError } from '../flags.ts'

/** The application did not do what a flag has it do. `hint` helps who got the flag wrong. */
export class Unanswered extends UsageError {
  readonly what: Text

  constructor(what: Text, hint = '') {
    super(`${what.en}${hint}`.trimEnd())
    this.what = what
  }
}

/** The application fails at what it could do before: no mistake in a flag, but a result. */
export class Relapse extends Error {
  override readonly name = 'Relapse'
  readonly what: Text
  /** The case in which it worked last. */
  readonly workedIn: string

  constructor(what: Text, workedIn: string) {
    super(what.en)
    this.what = what
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

export function answered(flag: string, asked: string, answer: string | number): Text {
  return { en: `${flag}: ${asked} answered ${answer}`, fr: `${flag} : ${asked} a répondu ${answer}` }
}

export function gave(flag: string, asked: string, received: string): Text {
  return { en: `${flag}: ${asked} gave ${received}`, fr: `${flag} : ${asked} n’a rien donné (${received})` }
}
