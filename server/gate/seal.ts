import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Makes of a text what only this process can make of it. */
export type Seal = (text: string) => string

export function createSeal(secret = randomBytes(32)): Seal {
  return (text) => createHmac('sha256', secret).update(text).digest('base64url')
}

/** In a time that does not depend on which letter is wrong. */
export function isSealed(seal: Seal, text: string, given: string | null): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(seal(text))]
  return one.length === other.length && timingSafeEqual(one, other)
}
