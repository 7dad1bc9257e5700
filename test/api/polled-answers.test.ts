import t from 'tap'
import { createPolledAnswers } from '../../server/api/polled-answers.ts'
import type { Transaction } from '../../server/domain/transaction.ts'

const transaction = (id: string) => ({ id }) as Transaction

function start(limits?: { answers: number; length: number }) {
  const answerOf = createPolledAnswers(limits)
  const written: string[] = []
  const ask = (of: Transaction, origin = 'o', text = `${of.id} ${origin}`) =>
    answerOf(of, origin, () => {
      written.push(text)
      return text
    })
  return { ask, written }
}

t.test('an answer is written anew once the transaction is another one, or was asked for by another name', async (t) => {
  const { ask, written } = start()
  const [a, settled] = [transaction('a'), transaction('a')]
  for (const [of, origin] of [
    [a, 'o'],
    [a, 'o'],
    [a, 'p'],
    [a, 'p'],
    [settled, 'p'],
    [settled, 'p'],
  ] as const) {
    t.equal(ask(of, origin), `a ${origin}`)
  }
  t.same(written, ['a o', 'a p', 'a p'])
})

t.test('of too many the oldest go, and none is kept that is too long', async (t) => {
  const { ask, written } = start({ answers: 2, length: 3 })
  const [a, b, c] = ['a', 'b', 'c'].map(transaction) as [Transaction, Transaction, Transaction]
  for (const of of [a, b, a, c, b, a]) ask(of)
  t.same(written, ['a o', 'b o', 'c o', 'a o'])
  for (let times = 0; times < 2; times += 1) ask(transaction('d'), 'o', 'large')
  t.same(written.slice(4), ['large', 'large'])
})
