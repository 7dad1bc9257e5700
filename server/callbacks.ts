import { type CallbackFormat, encodeCallback } from './api/encode-callback.ts'
import type { Surroundings } from './api/present.ts'
import { presentNotification } from './api/present-notification.ts'
import { type Delivery, nextAttemptNumber } from './domain/delivery.ts'
import type { CallbackRequest } from './sandbox/callback-sender.ts'

type Options = { format: CallbackFormat; version: string; surroundings: () => Surroundings }

/** Domain → wire: the request that makes the next attempt of a delivery. */
export function composeCallback({ format, version, surroundings }: Options): (delivery: Delivery) => CallbackRequest {
  return (delivery) => ({
    ...encodeCallback({
      url: delivery.url,
      notification: presentNotification(delivery.told, surroundings()),
      format,
      deliveryId: delivery.id,
      attempt: nextAttemptNumber(delivery),
      version,
    }),
    ...(delivery.told.order.isFromPublicPage && { onlyPublic: true }),
  })
}
