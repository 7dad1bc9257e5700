import fc from 'fast-check'
import t from 'tap'
import { createDraws } from '../../server/domain/draws.ts'
import { type Fault, longestDelayMs, strike } from '../../server/domain/fault.ts'
import { faultProfiles } from '../../server/domain/fault-profiles.ts'

const fault = (change: Partial<Fault>): Fault => ({
  when: 'before',
  probability: 1,
  count: null,
  status: 500,
  ...change,
})
const never = () => 0.999_999
const pay = 'requestPayment'

t.test('the first fault that strikes decides', async (t) => {
  const faults = [fault({ operation: 'confirmTransaction' }), fault({ status: 503 }), fault({ status: 400 })]
  t.match(strike(faults, pay, never).struck, { status: 503 })
  t.match(strike(faults, 'confirmTransaction', never).struck, { status: 500 })
  t.equal(strike([], pay, never).struck, undefined)
})

t.test('a count is used up, and the next fault has its turn', async (t) => {
  let faults: readonly Fault[] = [fault({ count: 2 }), fault({ status: 503, count: 1 })]
  const seen: (number | undefined)[] = []
  for (let call = 0; call < 4; call++) {
    const { struck, left } = strike(faults, pay, never)
    seen.push(struck?.status)
    faults = left
  }
  t.same(seen, [500, 500, 503, undefined])
  t.same(
    faults.map(({ count }) => count),
    [0, 0],
  )
})

t.test('chance is as likely as it says, and the same for the same seed', async (t) => {
  const strikes = (seed: number) => {
    const draw = createDraws(seed)
    const struck = () => strike([fault({ probability: 0.3 })], pay, draw).struck !== undefined
    return Array.from({ length: 10_000 }, () => (struck() ? 'x' : '-')).join('')
  }
  t.equal(strikes(7), strikes(7))
  t.not(strikes(7), strikes(8))
  const share = strikes(7).replaceAll('-', '').length / 10_000
  t.ok(share > 0.28 && share < 0.32, String(share))
  t.equal(strike([fault({ probability: 0 })], pay, () => 0).struck, undefined, '0 is never')
  t.ok(strike([fault({ probability: 1 })], pay, never).struck, '1 is always')
})

t.test('draws are from 0 to below 1, whatever the seed', async () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (seed) => {
      const draw = createDraws(seed)
      return Array.from({ length: 50 }, draw).every((number) => number >= 0 && number < 1)
    }),
  )
})

t.test('delays: fixed, even between two bounds, or around a median, but never longer than a minute', async (t) => {
  const delay = (change: Partial<Fault>, draw = never) => strike([fault(change)], pay, draw).struck?.delayMs
  t.equal(delay({}), 0)
  t.equal(delay({ fixedDelayMilliseconds: 250 }), 250)
  const even = { delayDistribution: { type: 'uniform', lower: 100, upper: 200 } } as const
  t.equal(
    delay(even, () => 0.5),
    150,
  )
  t.equal(
    delay({ ...even, fixedDelayMilliseconds: 1000 }, () => 0),
    1100,
  )
  const draw = createDraws(3)
  const around = { delayDistribution: { type: 'lognormal', median: 1000, sigma: 0.4 } } as const
  const delays = Array.from({ length: 1001 }, () => delay(around, draw) ?? 0).sort((a, b) => a - b)
  t.ok(Math.abs((delays[500] ?? 0) - 1000) < 60, `median ${delays[500]}`)
  t.equal(
    delay({ delayDistribution: { type: 'lognormal', median: 60_000, sigma: 10 } }, () => 0),
    longestDelayMs,
  )
})

t.test('profiles are faults like any other', async (t) => {
  const shares = Object.entries(faultProfiles).map(([name, faults]) => {
    const draw = createDraws(1)
    const struck = Array.from({ length: 1000 }, () => strike(faults, pay, draw).struck).filter(Boolean).length
    return [name, Math.round(struck / 100) / 10]
  })
  t.same(Object.fromEntries(shares), { flaky: 0.3, 'slow-api': 1, offline: 1 })
})
