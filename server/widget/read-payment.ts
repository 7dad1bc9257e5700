import { isNear } from '../../client/plain-http.ts'
import { readActionUrl } from '../domain/action-url.ts'
import { readAmount } from '../domain/amount.ts'
import { readData } from '../domain/data.ts'
import type { Order } from '../domain/transaction.ts'
import { HttpError } from '../envelope.ts'
import type { PaymentBody } from './bodies.ts'

/** What a page asks for → domain. A company without a name goes by the address of its page. */
export function readPayment({ amount, callback_url, company, custom_datas }: PaymentBody, embedder: string): Order {
  const callbackUrl = readActionUrl(callback_url, '/callback_url')
  const isFromPublicPage = !isNear(new URL(embedder).hostname)
  if (callbackUrl !== null && isFromPublicPage) refuseWayIn(callbackUrl)
  return {
    amount: readAmount(amount, '/amount'),
    description: null,
    items: [],
    taxes: [],
    customData: readData(custom_datas ?? null, '/custom_datas'),
    channels: [],
    store: {
      name: company?.name || new URL(embedder).host,
      tagline: null,
      address: null,
      phone: null,
      logo: company?.logo_url ?? null,
      website: null,
      color: company?.color ?? null,
      template: company?.template ?? null,
    },
    actions: { cancelUrl: null, returnUrl: null, callbackUrl },
    ...(isFromPublicPage && { isFromPublicPage }),
  }
}

/**
 * Any web site that its developer visits reaches a sandbox on localhost: it must not reach other servers through it. This
 * is the early word on what a name shows; where it leads is seen when the callback is sent.
 */
function refuseWayIn(callbackUrl: string): void {
  if (!isNear(new URL(callbackUrl).hostname)) return
  const message = 'must not lead into a private network, since the page is not from one'
  throw new HttpError(400, 'The request is not valid', [{ path: '/callback_url', message }])
}
