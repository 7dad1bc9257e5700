import { IntramError } from '../../client/index.ts'

/** Keys by whose trace a test finds them where they must not be. */
export const keys = {
  publicKey: 'public-5ecret',
  privateKey: 'tpk_5ecret',
  secretKey: 'tsk_5ecret',
  merchantKey: 'merchant-5ecret',
}
export const id = '5f2d7a96b97d9d3fea912c11'

/** The error of a call that must fail. */
export async function errorOf(call: Promise<unknown>): Promise<IntramError> {
  const error = await call.then(
    () => new Error('it succeeded'),
    (reason) => reason,
  )
  if (!(error instanceof IntramError)) throw error
  return error
}
