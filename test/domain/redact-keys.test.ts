import fc from 'fast-check'
import t from 'tap'
import { redactKeys } from '../../server/domain/redact-keys.ts'

const key = 'tsk_0123456789'

t.test('a key is hidden wherever it stands', async (t) => {
  t.same(
    redactKeys({ a: key, list: [`Bearer ${key}!`, 1, null, true], nested: { [`x-${key}`]: { deep: key } } }, [key]),
    { a: '…', list: ['Bearer …!', 1, null, true], nested: { 'x-…': { deep: '…' } } },
  )
})

t.test('a short one only where it is the whole text', async (t) => {
  t.same(redactKeys({ x: 'abc', y: 'a' }, ['a', '']), { x: 'abc', y: '…' })
})

t.test('what looks like a key is hidden too, whoever’s it is', async (t) => {
  for (const text of ['tpk_a1', 'sk_b2', 'pk_live_c-3', 'x tsk_d4 y']) {
    t.notMatch(redactKeys(text, []), /k_/, text)
  }
  for (const text of ['task_1', 'kk_1', 'ok', 'book_2']) t.equal(redactKeys(text, []), text)
})

t.test('what holds none comes back as the very same', async () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => Object.is(redactKeys(value, [key]), value)))
})

t.test('whatever holds it, no text of it is left', async () => {
  const holder = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.constant(key),
      fc.string(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('a', key), tie('value')),
    ),
  })).value
  fc.assert(fc.property(holder, (value) => !JSON.stringify(redactKeys(value, [key])).includes(key)))
})
