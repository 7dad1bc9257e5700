import fc from 'fast-check'
import t from 'tap'
import { channels, isCard, offeredChannels } from '../../server/domain/channel.ts'
import { effectOf, testNumbers } from '../../server/domain/test-numbers.ts'

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

t.test('listed numbers do what the list says; any other one and a card succeed', async (t) => {
  for (const { effect, MTN, MOOV } of testNumbers) {
    t.equal(effectOf(MTN), effect, MTN)
    t.equal(effectOf(MOOV), effect, MOOV)
  }
  t.equal(effectOf('61000000'), 'success', 'documented by Intram')
  t.equal(effectOf('94000000'), 'success', 'documented by Intram')
  t.equal(effectOf('97123456'), 'success')
  t.equal(effectOf(null), 'success')
  const listed = testNumbers.flatMap(({ MTN, MOOV }) => [MTN, MOOV])
  t.equal(new Set(listed).size, listed.length, 'no number is listed twice')
})
