/** There is nothing to report: the target cannot be asked. The message says what to do. */
export class CannotVerify extends Error {
  override readonly name = 'CannotVerify'
}
