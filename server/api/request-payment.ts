import { combine } from '../domain/scenario/scenario.ts'
import { scenarioOfData } from '../domain/scenario/scenario-of-data.ts'
import { HttpError } from '../envelope.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Handler } from './handlers.ts'
import { LostAnswer } from './lost-answer.ts'
import { presentCreated, type Surroundings } from './present.ts'
import { hasDataAtRoot, readOrder } from './read-order.ts'

type Options = { sandbox: Sandbox; drawQrCode: Surroundings['drawQrCode'] }

export function requestPayment({ sandbox, drawQrCode }: Options): Handler<'requestPayment'> {
  return async ({ body, world, origin, preferred, concerns }) => {
    const order = readOrder(body)
    const path = hasDataAtRoot(body.custom_data) ? '/custom_data/scenario' : '/invoice/custom_datas/scenario'
    const asked = combine(scenarioOfData(order.customData, path), preferred)
    const scenario = sandbox.scenarios.choose(world, order.amount, asked)
    if (scenario?.answer === 'server-error') throw new HttpError(500, 'Server error')
    const transaction = await sandbox.request(world, order, scenario)
    concerns(transaction.id)
    if (scenario?.answer !== undefined) throw new LostAnswer(scenario.answer)
    return presentCreated(transaction, { origin, drawQrCode })
  }
}
