import fc from 'fast-check'
import t from 'tap'
import {
  createDelivery,
  type Delivery,
  isDue,
  nextAttemptNumber,
  recordOutcome,
  replay,
} from '../../server/domain/delivery.ts'
import { isAcknowledgement, type Outcome } from '../../server/domain/outcome.ts'
import { schedules } from '../../server/domain/schedule.ts'
import { answered, forbidden, unanswered } from '../support/outcomes.ts'
import { paidTransaction } from '../support/transactions.ts'

const start = new Date('2026-01-02T03:00:00Z')
const after = (ms: number, date = start) => new Date(date.getTime() + ms)
const schedule = schedules.intram
const told = paidTransaction()
const created = createDelivery({ id: 'd1', told, url: 'http://localhost:3000/callback', at: start, schedule })
const postponed: Outcome = { kind: 'postponed', why: 'busy' }

t.test('a new delivery is due at once, for its first attempt', async (t) => {
  t.match(created, { state: 'pending', attempts: [], nextAttemptAt: start })
  t.equal(nextAttemptNumber(created), 1)
  t.ok(isDue(created, start))
  t.notOk(isDue(created, after(-1)))
})

t.test('a schedule may begin later', async (t) => {
  const late = createDelivery({ id: 'd1', told, url: 'http://localhost/', at: start, schedule: [5_000] })
  t.notOk(isDue(late, after(4_999)))
  t.ok(isDue(late, after(5_000)))
})

for (const status of [200, 201, 202, 204, 299]) {
  t.test(`${status} acknowledges`, async (t) => {
    const delivery = recordOutcome(created, answered(status), after(20), schedule)
    t.match(delivery, { state: 'acknowledged', nextAttemptAt: null, attempts: [{ number: 1, endedAt: after(20) }] })
  })
}

const failures: [string, Outcome][] = [
  ...[199, 300, 302, 304, 400, 419, 500, 503].map((status): [string, Outcome] => [`${status}`, answered(status)]),
  ['no connection', unanswered('refused-connection')],
  ['no answer', unanswered('timed-out')],
]

for (const [name, outcome] of failures) {
  t.test(`${name} does not acknowledge: the next attempt waits from the end of this one`, async (t) => {
    const delivery = recordOutcome(created, outcome, after(15_000), schedule)
    t.match(delivery, { id: 'd1', state: 'pending', attempts: [{ number: 1, outcome }] })
    t.same(delivery.nextAttemptAt, after(75_000))
  })
}

t.test('five failed attempts, and it is given up', async (t) => {
  let delivery: Delivery = created
  const times: string[] = []
  while (delivery.state === 'pending') {
    times.push(delivery.nextAttemptAt.toISOString().slice(11, 19))
    delivery = recordOutcome(delivery, answered(500), delivery.nextAttemptAt, schedule)
  }
  t.same(times, ['03:00:00', '03:01:00', '03:06:00', '03:36:00', '05:36:00'])
  t.equal(delivery.state, 'given-up')
  t.same(
    delivery.attempts.map(({ number }) => number),
    [1, 2, 3, 4, 5],
  )
})

t.test('a forbidden target is refused at once, without retries', async (t) => {
  t.match(recordOutcome(created, forbidden(), start, schedule), { state: 'refused', nextAttemptAt: null })
})

t.test('a postponed attempt counts for nothing and steps aside for a second', async (t) => {
  const delivery = recordOutcome(created, postponed, start, schedule)
  t.match(delivery, { state: 'pending', attempts: [] })
  t.same(delivery.nextAttemptAt, after(1_000))
})

for (const [state, outcome] of [
  ['acknowledged', answered(200)],
  ['refused', forbidden()],
  ['given-up', answered(500)],
] as const) {
  const ended = recordOutcome(created, outcome, start, schedules.once)

  t.test(`a delivery that is ${state} stays so, whatever answer comes late`, async (t) => {
    t.equal(ended.state, state)
    t.notOk(isDue(ended, after(365 * 86_400_000)))
    for (const late of [answered(200), answered(500), forbidden(), postponed]) {
      t.equal(recordOutcome(ended, late, after(1), schedules.once), ended)
    }
  })

  t.test(`a delivery that is ${state} can be replayed: same id, next number, due at once`, async (t) => {
    const again = replay(ended, after(60_000))
    t.match(again, { id: 'd1', state: 'pending', nextAttemptAt: after(60_000) })
    t.equal(nextAttemptNumber(again), 2)
    t.equal(recordOutcome(again, answered(200), after(60_010), schedules.once).state, 'acknowledged')
    t.equal(recordOutcome(again, answered(500), after(60_010), schedules.once).state, 'given-up')
  })
}

t.test('a replay between two attempts brings the next one forward', async (t) => {
  const waiting = recordOutcome(created, answered(500), start, schedule)
  const again = recordOutcome(replay(waiting, after(5)), answered(500), after(6), schedule)
  t.equal(again.attempts.length, 2)
  t.same(again.nextAttemptAt, after(6 + 300_000), 'the schedule goes on from there')
})

for (const [name, outcome] of [
  ['is acknowledged', answered(200)],
  ['fails', answered(500)],
  ['is refused', forbidden()],
] as const) {
  t.test(`a replay during an attempt that ${name} is one more attempt, due at once`, async (t) => {
    const replayed = replay(created, after(5))
    const recorded = recordOutcome(replayed, outcome, after(6), schedule, created)
    t.match(recorded, { state: 'pending', attempts: { length: 1 }, nextAttemptAt: after(6) })
    t.match(recordOutcome(recorded, answered(200), after(7), schedule), { state: 'acknowledged' })
  })
}

t.test('a replay during the first attempt of a duplicate leaves the duplicate to come', async (t) => {
  const twice = createDelivery({ id: 'd1', told, url: 'http://localhost/', at: start, schedule, again: true })
  let delivery = recordOutcome(replay(twice, after(5)), answered(200), after(6), schedule, twice)
  for (const ms of [7, 8]) delivery = recordOutcome(delivery, answered(200), after(ms), schedule)
  t.match(delivery, { state: 'acknowledged', attempts: { length: 3 } })
})

const anyOutcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.integer({ min: 200, max: 599 }).map((status) => answered(status)),
  fc.constantFrom(unanswered('timed-out'), unanswered('dropped'), forbidden(), postponed),
)
const anyStep = fc.oneof({ weight: 6, arbitrary: anyOutcome }, { weight: 1, arbitrary: fc.constant('replay' as const) })

t.test(
  'whatever happens: attempts number from 1, none follows an end without a replay, and they are bounded',
  async () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { maxLength: 30 }),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }),
        (steps, waits) => {
          let delivery: Delivery = createDelivery({
            id: 'd1',
            told,
            url: 'http://localhost/',
            at: start,
            schedule: waits,
          })
          let replays = 0
          for (const [index, step] of steps.entries()) {
            const before: Delivery = delivery
            const at = after(index * 10)
            if (step === 'replay') {
              replays += 1
              delivery = replay(delivery, at)
            } else delivery = recordOutcome(delivery, step, at, waits)

            const hasEnded = before.state !== 'pending' && step !== 'replay'
            const sameBefore = before.attempts.every((attempt, n) => attempt === delivery.attempts[n])
            const numbered = delivery.attempts.every(({ number }, n) => number === n + 1)
            const last = delivery.attempts.at(-1)
            const acknowledged =
              delivery.state !== 'acknowledged' || (last !== undefined && isAcknowledgement(last.outcome))
            const isConsistent = (delivery.state === 'pending') === (delivery.nextAttemptAt !== null)
            if (hasEnded && delivery !== before) return false
            if (!sameBefore || !numbered || !acknowledged || !isConsistent || delivery.id !== 'd1') return false
          }
          return delivery.attempts.length <= waits.length + replays
        },
      ),
    )
  },
)
