import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Handler } from './handlers.ts'
import { presentCreated, type Surroundings } from './present.ts'
import { readOrder } from './read-order.ts'

type Options = { sandbox: Sandbox; drawQrCode: Surroundings['drawQrCode'] }

export function requestPayment({ sandbox, drawQrCode }: Options): Handler<'requestPayment'> {
  return async ({ body, world, origin }) =>
    presentCreated(await sandbox.request(world, readOrder(body)), { origin, drawQrCode })
}
