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

t.test('of a key that begins like another nothing is left', async (t) => {
  for (const keys of [
    ['demo-shop', 'demo-shop-private'],
    ['demo-shop-private', 'demo-shop'],
  ]) {
    t.equal(redactKeys('x demo-shop-private', keys), 'x …')
    t.equal(redactKeys('x%20demo-shop%2Dprivate', keys), 'x …')
  }
})

for (const [what, text, shown] of [
  ['a letter of it', '/confirm/%74sk_0123456789', '/confirm/…'],
  ['a letter of what looks like one', '/confirm/%74pk_private', '/confirm/…'],
  ['all but letters', '/confirm/a%2Bb%2Fc%3D%3Dd', '/confirm/…'],
  ['twice', '/r?to=%252Fr%253Fs%253Dtsk%255F0123456789', '/r?to=/r?s=…'],
  ['beside one that is not', '/tsk_0123456789/%74sk_0123456789', '/…/…'],
  ['one with a % of its own', '/100%41percent/%20', '/…/%20'],
  ['nothing', '/caf%C3%A9/%74ask_1?a=%26', '/caf%C3%A9/%74ask_1?a=%26'],
] as const) {
  t.test(`a key is hidden where it is percent-encoded: ${what}`, async (t) => {
    t.equal(redactKeys(text, [key, 'a+b/c==d', '100%41percent']), shown)
  })
}

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
