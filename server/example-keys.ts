import { customAlphabet } from 'nanoid'
import type { Keys } from './api/keyring.ts'

const hex = (length: number) => customAlphabet('0123456789abcdef', length)()

/** Four new keys in the shapes that Intram's have, those of the sandbox with a leading t. New ones open a new world. */
export function createExampleKeys(): Keys {
  return { publicKey: hex(64), privateKey: `tpk_${hex(64)}`, secretKey: `tsk_${hex(64)}`, merchantKey: hex(24) }
}
