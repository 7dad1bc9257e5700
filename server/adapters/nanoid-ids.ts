import { customAlphabet } from 'nanoid'
import type { Ids } from '../sandbox/ports.ts'

const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** 96 and 59 random bits: as long as Intram's own identifiers. */
export const nanoidIds: Ids = {
  transactionId: customAlphabet('0123456789abcdef', 24),
  reference: customAlphabet(alphanumeric, 10),
  deliveryId: customAlphabet(alphanumeric, 20),
}
