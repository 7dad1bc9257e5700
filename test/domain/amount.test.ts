import fc from 'fast-check'
import t from 'tap'
import { readAmount } from '../../server/domain/amount.ts'

const read: [number | string, number][] = [
  [13600, 13600],
  ['13600', 13600],
  ['13600.00', 13600],
  ['13600.0', 13600],
  ['0013600', 13600],
  [1, 1],
  ['1', 1],
  [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ['9007199254740991', Number.MAX_SAFE_INTEGER],
]

for (const [given, amount] of read) {
  t.test(`${JSON.stringify(given)} is ${amount} XOF`, async (t) => {
    t.equal(readAmount(given, '/invoice/amount'), amount)
  })
}

const refused: (number | string)[] = [
  0,
  -0,
  -1,
  0.5,
  1000.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  2 ** 53,
  1e300,
  '0',
  '0.00',
  '-1',
  '-0',
  '0.5',
  '1000.50',
  '13600.01',
  '9007199254740992',
  '9007199254740993',
  '9'.repeat(40),
  '',
  ' ',
  ' 1000',
  '1000 ',
  '1 000',
  '1,000',
  '1000,00',
  '1000.',
  '.5',
  '+5',
  '1e3',
  '0x10',
  'NaN',
  'Infinity',
  '1000 XOF',
  '١٠٠٠',
]

for (const given of refused) {
  t.test(`${typeof given} ${String(given).slice(0, 20)} is refused`, async (t) => {
    t.throws(() => readAmount(given, '/invoice/amount'), { code: 'amount_not_whole', path: '/invoice/amount' })
  })
}

t.test('every whole amount reads the same as a number, as text and with zero decimals', async () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (amount) => {
      return [amount, `${amount}`, `${amount}.00`].every((given) => readAmount(given, '/') === amount)
    }),
  )
})

t.test('whatever text is read, it is a whole number from 1 to 2^53 − 1', async () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.bigInt().map(String)), (text) => {
      try {
        const amount = readAmount(text, '/')
        return Number.isSafeInteger(amount) && amount >= 1
      } catch (error) {
        return (error as { code?: string }).code === 'amount_not_whole'
      }
    }),
  )
})
