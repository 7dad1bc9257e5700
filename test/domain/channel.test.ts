import fc from 'fast-check'
import t from 'tap'
import { channels, isCard, offeredChannels } from '../../server/domain/channel.ts'
import { readScenario } from '../../server/domain/scenario/read-scenario.ts'
import { scenarioOfNumber, testNumbers } from '../../server/domain/test-numbers.ts'

const all = [...channels]

for (const [named, offered] of [
  [[], all],
  [
    ['moov-benin', 'mtn-benin', 'visa'],
    ['MTN', 'MOOV', 'VISA'],
  ],
  [['mtn-benin'], ['MTN']],
  [['MOOV'], ['MOOV']],
  [[' Moov_Benin '], ['MOOV']],
  [['card'], ['VISA', 'MASTERCARD']],
  [['visa', 'visa'], ['VISA']],
  [['mastercard', 'wave'], ['MASTERCARD']],
  [['wave', 'mtn-ci', 'orange-senegal'], all],
  [['', 'constructor', '__proto__'], all],
] as const) {
  t.test(`an invoice for ${JSON.stringify(named)} offers ${offered}`, async (t) => {
    t.same(offeredChannels(named), offered)
  })
}

t.test('something is always offered, each once and in the usual order', async () => {
  const name = fc.oneof(fc.string(), fc.constantFrom('mtn-benin', 'moov-benin', 'visa', 'mastercard', 'card'))
  fc.assert(
    fc.property(fc.array(name), (names) => {
      const offered = offeredChannels(names)
      const inOrder = channels.filter((channel) => offered.includes(channel))
      return offered.length > 0 && JSON.stringify(offered) === JSON.stringify(inOrder)
    }),
  )
})

t.test('only cards are paid without a number', async (t) => {
  t.same(channels.filter(isCard), ['VISA', 'MASTERCARD'])
})

t.test('listed numbers play the scenario of the list; any other one and a card play none', async (t) => {
  for (const { scenario, MTN, MOOV } of testNumbers) {
    t.same(scenarioOfNumber(MTN), readScenario(scenario), MTN)
    t.same(scenarioOfNumber(MOOV), readScenario(scenario), MOOV)
  }
  t.same(scenarioOfNumber('61000000'), readScenario('success'), 'documented by Intram')
  t.same(scenarioOfNumber('94000000'), readScenario('success'), 'documented by Intram')
  t.equal(scenarioOfNumber('97123456'), undefined)
  t.equal(scenarioOfNumber(null), undefined)
  const listed = testNumbers.flatMap(({ MTN, MOOV }) => [MTN, MOOV])
  t.equal(new Set(listed).size, listed.length, 'no number is listed twice')
})
