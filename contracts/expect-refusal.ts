import assert from 'node:assert/strict'
import { IntramError } from '../client/index.ts'

/** The error of a call that the API has to refuse with this status. */
export async function expectRefusal(call: Promise<unknown>, status: number): Promise<IntramError> {
  const error = await call.then(
    () => assert.fail(`expected ${status}, but it was accepted`),
    (error: unknown) => error,
  )
  if (!(error instanceof IntramError) || error.status === undefined) throw error
  assert.equal(error.status, status)
  return error
}

/** The one shape of every error. */
export function expectEnvelope(json: unknown): void {
  const { error, status, message } = (json ?? {}) as Record<string, unknown>
  assert.deepEqual({ error, status }, { error: true, status: 'ERROR' })
  assert.ok(typeof message === 'string' && message !== '', 'expected a message that says why')
}
