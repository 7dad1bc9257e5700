import t from 'tap'
import { topics } from '../contracts/promises/index.ts'
import { verify } from '../contracts/verify.ts'
import { startSandbox } from '../server/index.ts'
import { testKeys } from './contracts/keys.ts'

// Only these keys are taken, so that even the promises about wrong ones can be asked.
const [keys, otherMerchant] = [testKeys('a'), testKeys('b')]
const sandbox = await startSandbox({ keys: [keys, otherMerchant] })
t.teardown(() => sandbox.close())
const report = await verify(
  { baseUrl: sandbox.baseUrl, keys, simulation: { customer: sandbox, otherMerchant } },
  { failOn: 'assumed' },
)

for (const { topic, promise, ...result } of report.promises) {
  t.test(`${topic}: ${promise}`, async (t) => {
    t.equal(result.outcome, 'kept', result)
  })
}

t.test('no answer drifts from openapi.yaml', async (t) => {
  t.same(report.drift, [])
  t.equal(report.verdict, 'kept')
})

t.test('every promise is asked, and says something that no other says', async (t) => {
  const promises = Object.values(topics).flatMap((list) => list.map(({ promise }) => promise))
  t.same(
    report.promises.map(({ promise }) => promise),
    promises,
  )
  t.equal(new Set(promises).size, promises.length)
})

t.test('both requests of the page of Intram are among them', async (t) => {
  for (const name of ['full', 'minimal']) {
    t.ok(report.promises.some(({ promise }) => promise.startsWith(`the ${name} request of Intram's page`)))
  }
})
