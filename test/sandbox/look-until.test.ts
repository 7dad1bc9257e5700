import t from 'tap'
import { withPatience } from '../../server/patience.ts'
import { lookUntil } from '../../server/sandbox/look-until.ts'
import { order, simulate } from '../support/simulation.ts'

const never = new AbortController().signal

t.test('what is there already is seen at once, what is not at the change that brings it', async (t) => {
  const { sandbox } = simulate()
  let looks = 0
  const waitForTwo = () =>
    withPatience({ timeoutMs: 60_000, cutBy: [never] }, (signal) =>
      lookUntil({
        sandbox,
        world: 'm',
        look: () => {
          looks += 1
          return sandbox.list('m', { limit: 9 })
        },
        isEnough: ({ items }) => items.length === 2,
        signal,
      }),
    )
  const seen = waitForTwo()
  for (const world of ['m', 'another', 'm']) await sandbox.request(world, order)
  t.equal((await seen).items.length, 2)
  looks = 0
  t.equal((await waitForTwo()).items.length, 2)
  t.equal(looks, 1)
})

t.test('a change that comes during the look is not missed', async (t) => {
  const { sandbox } = simulate()
  const looks: number[] = []
  const seen = await withPatience({ timeoutMs: 60_000, cutBy: [] }, (signal) =>
    lookUntil({
      sandbox,
      world: 'm',
      async look() {
        const { items } = await sandbox.list('m', { limit: 9 })
        if (looks.length === 0) await sandbox.request('m', order)
        looks.push(items.length)
        return items
      },
      isEnough: (items) => items.length > 0,
      signal,
    }),
  )
  t.equal(seen.length, 1)
  t.same(looks, [0, 1])
})

for (const [what, options] of [
  ['the time is over', { timeoutMs: 1, cutBy: [never] }],
  ['it is cut', { timeoutMs: 60_000, cutBy: [AbortSignal.timeout(1)] }],
  ['it was cut before it began', { timeoutMs: 60_000, cutBy: [AbortSignal.abort()] }],
] as const) {
  t.test(`waiting ends with what the last look saw when ${what}`, async (t) => {
    const { sandbox } = simulate()
    const seen = await withPatience(options, (signal) =>
      lookUntil({ sandbox, world: 'm', look: async () => 'nothing', isEnough: () => false, signal }),
    )
    t.equal(seen, 'nothing')
  })
}

t.test('a look that fails ends the waiting with its error', async (t) => {
  const { sandbox } = simulate()
  const look = () => Promise.reject(new Error('broken'))
  const seen = withPatience({ timeoutMs: 60_000, cutBy: [] }, (signal) =>
    lookUntil({ sandbox, world: 'm', look, isEnough: () => true, signal }),
  )
  await t.rejects(seen, { message: 'broken' })
})
