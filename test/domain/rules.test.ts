import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { maskAccountNumber } from '../../server/domain/account-number.ts'
import { readActionUrl } from '../../server/domain/action-url.ts'
import { readData } from '../../server/domain/data.ts'
import { feesOf } from '../../server/domain/fees.ts'

t.test('fees are 5 % rounded up to whole XOF', async (t) => {
  for (const [amount, fees] of [
    [1000, 50],
    [1, 1],
    [20, 1],
    [21, 2],
    [13_600, 680],
    [Number.MAX_SAFE_INTEGER, 450_359_962_737_050],
  ] as const) {
    t.equal(feesOf(amount), fees, `${amount} → ${fees}`)
  }
  t.equal(feesOf(1000, 1.75), 18, 'at 1.75 %')
  t.equal(feesOf(1000, 0), 0, 'at 0 %')
})

t.test('fees are never less than the exact percentage, and less than 1 XOF above it', async () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 0, max: 100 }), (amount, percent) => {
      const excess = feesOf(amount, percent) * 100 - amount * percent
      return excess >= 0 && excess < 100
    }),
  )
})

t.test('an account number shows the country and two digits', async (t) => {
  for (const given of ['96123456', '22996123456', '+229 96 12 34 56', '0022996123456', '0196123456', '2290196123456']) {
    t.equal(maskAccountNumber(given), '22996XXXXXX', given)
  }
})

t.test('an action URL is http(s), or there is none', async (t) => {
  for (const none of ['', null, undefined]) t.equal(readActionUrl(none, '/'), null, JSON.stringify(none))
  for (const url of [
    'http://localhost:3000/cb',
    'https://monmagasin.com/callback?order=1',
    'HTTPS://EXAMPLE.COM',
    'http://[::1]:8000/',
  ]) {
    t.equal(readActionUrl(url, '/'), url)
  }
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.com',
    '//example.com',
    '/callback',
    'example.com',
    'http://',
    'http:example.com',
    'https://exa mple.com',
    ' ',
    ' https://example.com',
    'http://[::1',
    `https://e.com/${'x'.repeat(2048)}`,
  ]) {
    t.throws(
      () => readActionUrl(url, '/actions/return_url'),
      { code: 'url_not_http', path: '/actions/return_url' },
      url.slice(0, 30),
    )
  }
})

t.test('data nested up to 32 levels passes unchanged, deeper is refused', async (t) => {
  const nested = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels))
  t.same(readData(nested(32), '/custom_data'), nested(32))
  t.throws(() => readData(nested(33), '/custom_data'), { code: 'data_too_deep', path: '/custom_data' })
  t.throws(() => readData(nested(100_000), '/custom_data'), { code: 'data_too_deep' })
})

t.test('any other data passes as the very same value', async () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => isDeepStrictEqual(readData(value as never, '/'), value)),
  )
})
