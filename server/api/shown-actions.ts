import { redactKeys } from '../domain/redact-keys.ts'
import type { Actions } from '../domain/transaction.ts'

/** The URLs of an order as they may be written down; undefined when no key stands in them. */
export function shownActions(actions: Actions, keysOf: () => readonly string[]): Actions | undefined {
  const { cancelUrl, returnUrl, callbackUrl } = actions
  if (cancelUrl === null && returnUrl === null && callbackUrl === null) return undefined
  const keys = keysOf()
  // Looked at together, since few have any, and this is done for each payment.
  const all = `${cancelUrl} ${returnUrl} ${callbackUrl}`
  if (redactKeys(all, keys) === all) return undefined
  return {
    cancelUrl: withoutKeys(cancelUrl, keys),
    returnUrl: withoutKeys(returnUrl, keys),
    callbackUrl: withoutKeys(callbackUrl, keys),
  }
}

/** It stays a URL: the result of a payment is added to it as to the one that counts. */
function withoutKeys(url: string | null, keys: readonly string[]): string | null {
  if (url === null) return null
  const shown = redactKeys(url, keys)
  return shown === url || URL.canParse(shown) ? shown : 'about:blank'
}
