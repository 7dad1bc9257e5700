import fc from 'fast-check'
import t from 'tap'
import { minute, order, simulate } from '../support/simulation.ts'

const most = 5
const command = fc.oneof(
  fc.record({ kind: fc.constant('replay' as const), which: fc.nat(7) }),
  fc.record({ kind: fc.constant('create' as const) }),
  fc.record({ kind: fc.constantFrom('pay' as const, 'fail' as const, 'cancel' as const), which: fc.nat(7) }),
  fc.record({ kind: fc.constant('advance' as const), minutes: fc.constantFrom(0, 1, 3, 6, 40, 200) }),
  fc.record({ kind: fc.constant('answer' as const), how: fc.constantFrom('acknowledged' as const, 'failed' as const) }),
  fc.record({ kind: fc.constantFrom('sweep' as const, 'reset' as const) }),
)

function unlessForgotten(error: { code?: string }) {
  if (error.code !== 'callback_not_found') throw error
}

t.test('whatever happens in whatever order, statuses are final once and callbacks tell the truth', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 40 }), fc.boolean(), async (commands, atOnce) => {
      let answer: 'acknowledged' | 'failed' = 'acknowledged'
      const { sandbox, sent, real } = simulate({ answers: () => answer })
      let ids: string[] = []
      let aheadMs = 0
      // The model: the first verb that is not refused decides, for good.
      const final = new Map<string, string>()
      // How many attempts each delivery will have had at least, and how many more at most, by the replays asked for.
      const least = new Map<string, number>()
      const replays = new Map<string, number>()
      const running: Promise<unknown>[] = []
      for (const step of commands) {
        if (step.kind === 'create') ids.push((await sandbox.request('m', order)).id)
        if (step.kind === 'answer') answer = step.how
        if (step.kind === 'sweep') running.push(sandbox.sweep())
        if (step.kind === 'advance') {
          running.push(sandbox.advance('m', step.minutes * minute))
          aheadMs += step.minutes * minute
        }
        if (step.kind === 'reset') {
          running.push(sandbox.reset('m'))
          ids = []
          aheadMs = 0
        }
        if (step.kind === 'replay') {
          const calls = sent.filter(({ transactionId }) => ids.includes(transactionId))
          const id = calls[step.which % Math.max(calls.length, 1)]?.id
          if (id === undefined) continue
          least.set(id, calls.filter((call) => call.id === id).length + 1)
          replays.set(id, (replays.get(id) ?? 0) + 1)
          running.push(sandbox.replay('m', id).catch(unlessForgotten))
        }
        if (step.kind === 'pay' || step.kind === 'fail' || step.kind === 'cancel') {
          const id = ids[step.which % Math.max(ids.length, 1)]
          if (id === undefined) continue
          const decided = sandbox[step.kind]('m', id).then(
            ({ status }) => {
              if (final.has(id)) throw new Error(`${id} became final twice`)
              final.set(id, status)
            },
            (error) => {
              const isForgotten = error.code === 'transaction_not_found' && !ids.includes(id)
              if (error.code !== 'transaction_already_final' && !isForgotten) throw error
            },
          )
          running.push(decided)
        }
        if (!atOnce) await Promise.all(running)
      }
      await Promise.all(running)
      if (sandbox.now('m').getTime() !== real.now.getTime() + aheadMs) throw new Error('the time is another')
      await sandbox.advance('m', 10 * 24 * 60 * minute)

      for (const id of ids) {
        const { status } = await sandbox.find('m', id)
        const calls = sent.filter(({ transactionId }) => transactionId === id)
        const isTrue = status === (final.get(id) ?? 'FAIL') && calls.every((call) => call.status === status)
        const [delivery = '', ...others] = new Set(calls.map((call) => call.id))
        const isOneDelivery = delivery !== '' && others.length === 0
        const isAsOftenAsAsked =
          calls.length >= (least.get(delivery) ?? 1) && calls.length <= most + (replays.get(delivery) ?? 0)
        const inOrder = calls.every(({ attempt }, index) => attempt === index + 1)
        if (!(isTrue && isOneDelivery && isAsOftenAsAsked && inOrder))
          throw new Error(JSON.stringify({ status, calls }))
      }
      const { items } = await sandbox.deliveries('m', { limit: 100 })
      return items.length === ids.length && items.every(({ state }) => state !== 'pending')
    }),
    { numRuns: 200 },
  )
})
