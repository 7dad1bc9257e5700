import type { Keys } from '../../client/index.ts'

/** Four keys in the sandbox's shapes; each letter makes a merchant of its own. */
export function testKeys(letter: string): Keys {
  return {
    publicKey: `${letter}-public-0123456789abcdef`,
    privateKey: `tpk_${letter}-private-0123456789abcdef`,
    secretKey: `tsk_${letter}-secret-0123456789abcdef`,
    merchantKey: `${letter}-merchant-0123456789abcdef`,
  }
}
