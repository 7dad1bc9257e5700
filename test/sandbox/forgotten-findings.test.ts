import t from 'tap'
import { judge } from '../../server/domain/findings/catalogue.ts'
import { createForgottenFindings } from '../../server/sandbox/forgotten-findings.ts'
import { at, created, journalOf } from '../support/observed.ts'

const entries = journalOf([created({ keysInBody: true }), created({ transactionId: 'b', keysInBody: true })])
const seen = { entries, now: at(0) }
const told = ({ list }: ReturnType<typeof createForgottenFindings>) =>
  list().map(({ world, finding, times, transactions }) => [world, finding.code, times, ...transactions])

t.test('what the entries that go have shown is kept, once', async (t) => {
  const forgotten = createForgottenFindings({ judge })
  forgotten.keep('m', seen, 1)
  t.same(told(forgotten), [['m', 'keys-in-body', 1, 'a']], 'what is left shows the other one later')
  forgotten.keep('m', { ...seen, entries: entries.slice(1) }, 2)
  t.same(told(forgotten), [['m', 'keys-in-body', 2, 'a', 'b']])
})

t.test('of very many worlds the kinds are kept, but not who it was', async (t) => {
  const forgotten = createForgottenFindings({ judge, most: 2 })
  for (const world of ['m', 'n', 'o', 'p', 'm']) forgotten.keep(world, seen, 2)
  t.same(told(forgotten), [
    ['m', 'keys-in-body', 4, 'a', 'b', 'a'],
    ['n', 'keys-in-body', 2, 'a', 'b'],
    ['', 'keys-in-body', 4, 'a', 'b', 'a'],
  ])
})
