import t from 'tap'
import { remember } from '../server/remember.ts'

t.test('what was asked for of late is not made again, and the oldest go', async (t) => {
  const made: string[] = []
  const double = remember(2, (text) => {
    made.push(text)
    return text + text
  })
  for (const text of ['a', 'a', 'b', 'a', 'c', 'b', 'a']) t.equal(double(text), text + text)
  t.same(made, ['a', 'b', 'c', 'a'])
})
