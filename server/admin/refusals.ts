import { Refusal, type RefusalCode } from '../domain/refusal.ts'
import { HttpError } from '../envelope.ts'
import type { Around } from '../openapi/routes.ts'

/** Intram's API knows only 400; the control API is ours, and says what HTTP has words for. */
const statusCodes: Partial<Record<RefusalCode, number>> = {
  transaction_not_found: 404,
  callback_not_found: 404,
  transaction_already_final: 409,
}

export const withStatusCodes: Around = async (_request, _reply, answer) => {
  try {
    return await answer()
  } catch (error) {
    const statusCode = error instanceof Refusal ? statusCodes[error.code] : undefined
    throw statusCode === undefined ? error : new HttpError(statusCode, (error as Refusal).message)
  }
}
