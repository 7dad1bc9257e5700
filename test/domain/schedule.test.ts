import fc from 'fast-check'
import t from 'tap'
import { readDuration } from '../../server/domain/duration.ts'
import { nextAttemptAt, readSchedule, schedules } from '../../server/domain/schedule.ts'

const durations: [string, number][] = [
  ['0s', 0],
  ['500ms', 500],
  ['90s', 90_000],
  ['5m', 300_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
  ['366d', 366 * 86_400_000],
  [' 10s ', 10_000],
  ['007s', 7_000],
]

for (const [text, durationMs] of durations) {
  t.test(`${JSON.stringify(text)} is ${durationMs} ms`, async (t) => {
    t.equal(readDuration(text), durationMs)
  })
}

for (const text of [
  '',
  ' ',
  '5',
  '5 m',
  'm',
  '-5m',
  '+5m',
  '1.5h',
  '1h30m',
  '5M',
  '5min',
  '1e3s',
  '٥s',
  '367d',
  '99999999999999s',
]) {
  t.test(`${JSON.stringify(text)} is no duration, and the refusal shows some`, async (t) => {
    t.throws(() => readDuration(text, '/by'), { code: 'duration_not_readable', path: '/by', message: /500ms, 90s, 5m/ })
  })
}

t.test('every whole number of any unit reads as so many of them', async () => {
  const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }
  fc.assert(
    fc.property(fc.nat(8_000), fc.constantFrom('ms', 's', 'm', 'h'), (count, unit) => {
      return readDuration(`${count}${unit}`) === count * units[unit]
    }),
  )
})

t.test('the schedules have names: intram and fast try five times, once only once', async (t) => {
  t.same(readSchedule('intram'), [0, 60_000, 300_000, 1_800_000, 7_200_000])
  t.same(readSchedule('fast'), [0, 1_000, 2_000, 5_000, 10_000])
  t.same(readSchedule('once'), [0])
})

t.test('a schedule can be written out', async (t) => {
  t.same(readSchedule('0s,10s,1m'), [0, 10_000, 60_000])
  t.same(readSchedule(' 500ms , 2h '), [500, 7_200_000])
})

for (const text of ['', 'slow', 'constructor', '0s,', ',', '0s,soon', '0', '0s;1m', Array(21).fill('1s').join()]) {
  t.test(`${JSON.stringify(text)} is no schedule, and the refusal shows some`, async (t) => {
    t.throws(() => readSchedule(text), { code: 'schedule_not_readable', message: /intram, fast, once.*0s,10s,1m/ })
  })
}

t.test('an attempt is due its wait after the one before, and none comes after the last', async (t) => {
  const after = new Date('2026-01-02T03:00:00Z')
  const due = [1, 2, 3, 4, 5, 6].map((attempt) => nextAttemptAt(schedules.intram, attempt, after)?.toISOString())
  t.same(due, [
    '2026-01-02T03:00:00.000Z',
    '2026-01-02T03:01:00.000Z',
    '2026-01-02T03:05:00.000Z',
    '2026-01-02T03:30:00.000Z',
    '2026-01-02T05:00:00.000Z',
    undefined,
  ])
  t.equal(nextAttemptAt(schedules.intram, 0, after), undefined, 'attempts are numbered from 1')
})
