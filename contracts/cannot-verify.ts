import { printable } from './redact.ts'

/** There is nothing to report: the target cannot be asked. The message says what to do. */
export class CannotVerify extends Error {
  override readonly name = 'CannotVerify'

  constructor(message: string) {
    // It may tell what a target answered, or what somebody's files are called and hold.
    super(printable(message))
  }
}
