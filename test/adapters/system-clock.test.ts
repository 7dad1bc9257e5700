import t from 'tap'
import { systemClock } from '../../server/adapters/system-clock.ts'

t.test('the time is that of the system, and a Date that somebody has goes no further', async (t) => {
  let ms = 1_000
  t.intercept(Date, 'now', { value: () => ms })
  const first = systemClock.now()
  t.equal(first.getTime(), 1_000)
  t.equal(systemClock.now().getTime(), 1_000)
  ms += 1
  t.equal(systemClock.now().getTime(), 1_001)
  t.equal(first.getTime(), 1_000)
})
