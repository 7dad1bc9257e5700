import t from 'tap'
import { createClient } from '../../client/index.ts'
import { startAnswering } from '../support/answering.ts'
import { minimalPayment } from '../support/sandbox.ts'
import { errorOf, id, keys } from './error-of.ts'

type Aborted = [when: string, call: 'requestPayment' | 'confirmTransaction', outcome: string, sent: number]
const aborted: Aborted[] = [
  ['before it is made', 'requestPayment', 'unsent', 0],
  ['before it is made', 'confirmTransaction', 'unsent', 0],
  ['on its way', 'requestPayment', 'uncertain', 1],
  ['on its way', 'confirmTransaction', 'uncertain', 1],
]

for (const [when, call, outcome, sent] of aborted) {
  t.test(`${call} that is aborted ${when} is ${outcome}, with the reason as cause`, async (t) => {
    const controller = new AbortController()
    const reason = { because: 'the customer left' }
    const { baseUrl, calls } = await startAnswering(t, () => controller.abort(reason))
    const client = createClient({ baseUrl, keys })
    t.teardown(() => client.close())
    if (when === 'before it is made') controller.abort(reason)
    const options = { signal: controller.signal }
    const calling =
      call === 'requestPayment'
        ? client.requestPayment(minimalPayment, options)
        : client.confirmTransaction(id, options)
    const error = await errorOf(calling)
    t.match(error, { outcome, status: undefined, message: /: aborted by the caller$/ })
    t.equal(error.cause, reason)
    t.equal(calls.length, sent)
  })
}

for (const [outcome, failure] of [
  ['uncertain', new Error('other side closed')],
  ['unsent', Object.assign(new Error('nobody listens'), { code: 'ECONNREFUSED' })],
] as const) {
  t.test(`a call that is aborted before it is tried again is ${outcome}, as what was sent`, async (t) => {
    const controller = new AbortController()
    let sent = 0
    const send = async () => {
      sent += 1
      setImmediate(() => controller.abort('over'))
      throw failure
    }
    const client = createClient({ baseUrl: 'http://localhost', keys, transport: { send, close: async () => {} } })
    const error = await errorOf(client.confirmTransaction(id, { signal: controller.signal }))
    t.match(error, { outcome, message: /: aborted by the caller$/, cause: 'over' })
    t.equal(sent, 1)
  })
}
