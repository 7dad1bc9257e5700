import fc from 'fast-check'
import t from 'tap'
import { readScenario } from '../../server/domain/scenario/read-scenario.ts'
import { minute, order, simulate } from '../support/simulation.ts'

/** How a payment may end that nobody settles by hand, and how many attempts its callback may take. */
const played: Record<string, { ends: string[]; fewest: number; most: number }> = {
  'fail@2m': { ends: ['FAIL'], fewest: 1, most: 5 },
  cancel: { ends: ['CANCELED'], fewest: 1, most: 5 },
  'pending*2;success': { ends: ['SUCCESS', 'FAIL'], fewest: 1, most: 5 },
  'never-settles': { ends: ['PENDING'], fewest: 0, most: 5 },
  'no-callback': { ends: ['FAIL'], fewest: 0, most: 0 },
  'duplicate-callback': { ends: ['FAIL'], fewest: 2, most: 6 },
  'late-callback:10m': { ends: ['FAIL'], fewest: 1, most: 5 },
  'success;wrong-amount-callback': { ends: ['SUCCESS'], fewest: 1, most: 5 },
  'callback-before-response': { ends: ['SUCCESS'], fewest: 1, most: 5 },
}

const command = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), scenario: fc.constantFrom(...Object.keys(played)) }),
  fc.record({ kind: fc.constantFrom('pay' as const, 'cancel' as const, 'confirm' as const), which: fc.nat(7) }),
  fc.record({ kind: fc.constant('try' as const), which: fc.nat(7) }),
  fc.record({ kind: fc.constant('advance' as const), minutes: fc.constantFrom(0, 1, 3, 6, 40) }),
  fc.record({ kind: fc.constant('answer' as const), how: fc.constantFrom('acknowledged' as const, 'failed' as const) }),
)

t.test('whatever they play in whatever order, statuses are final once and callbacks tell the truth', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 40 }), fc.boolean(), async (commands, atOnce) => {
      let answer: 'acknowledged' | 'failed' = 'acknowledged'
      const { sandbox, sent } = simulate({ answers: () => answer })
      const payments: { id: string; scenario: string }[] = []
      const seen = new Map<string, Set<string>>()
      const running: Promise<unknown>[] = []
      const note = ({ id, status }: { id: string; status: string }) => {
        if (status !== 'PENDING') seen.set(id, (seen.get(id) ?? new Set()).add(status))
      }
      for (const step of commands) {
        if (step.kind === 'create') {
          const { id } = await sandbox.request('m', order, readScenario(step.scenario))
          payments.push({ id, scenario: step.scenario })
        }
        if (step.kind === 'answer') answer = step.how
        if (step.kind === 'advance') running.push(sandbox.advance('m', step.minutes * minute))
        const id = 'which' in step ? payments[step.which % Math.max(payments.length, 1)]?.id : undefined
        if (id !== undefined) running.push(play(step.kind, id).then(note, unlessFinal))
        if (!atOnce) await Promise.all(running)
      }
      await Promise.all(running)
      await sandbox.advance('m', 10 * 24 * 60 * minute)

      for (const { id, scenario } of payments) {
        const { status } = await sandbox.find('m', id)
        const { ends = [], fewest = 0, most = 0 } = played[scenario] ?? {}
        const calls = sent.filter(({ transactionId }) => transactionId === id)
        const statuses = [...(seen.get(id) ?? ends)]
        const isOnce = statuses.includes(status) && (seen.get(id)?.size ?? 1) === 1
        const isTrue = calls.every((call) => call.status === status)
        const isTold = calls.length >= (status === 'PENDING' ? 0 : fewest) && calls.length <= most
        const isOneDelivery = new Set(calls.map((call) => call.id)).size <= 1
        if (!(isOnce && isTrue && isTold && isOneDelivery)) throw new Error(JSON.stringify({ scenario, status, calls }))
      }
      const { items } = await sandbox.deliveries('m', { limit: 100 })
      return items.every(({ state }) => state !== 'pending')

      function play(kind: string, id: string): Promise<{ id: string; status: string }> {
        if (kind === 'pay') return sandbox.pay('m', id)
        if (kind === 'cancel') return sandbox.cancel('m', id)
        if (kind === 'try') return sandbox.attempt(id, { channel: 'MTN', accountNumber: '97000000' }, null)
        return sandbox.confirm('m', id)
      }
    }),
    { numRuns: 200 },
  )
})

function unlessFinal(error: { code?: string }): void {
  if (error.code !== 'transaction_already_final') throw error
}
