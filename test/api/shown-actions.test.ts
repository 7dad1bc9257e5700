import t from 'tap'
import { shownActions } from '../../server/api/shown-actions.ts'

const key = 'a-secret-0123456789'
const none = { cancelUrl: null, returnUrl: null, callbackUrl: null }

for (const [what, url, shown] of [
  ['in a query', `https://shop.test/?k=${key}&a=1`, 'https://shop.test/?k=…&a=1'],
  ['where nothing else is', `https://${key}%2E%5B.test/`, 'about:blank'],
] as const) {
  t.test(`a URL is told without a key, and stays one: ${what}`, async (t) => {
    t.same(
      shownActions({ ...none, returnUrl: url }, () => [key]),
      { ...none, returnUrl: shown },
    )
  })
}

t.test('URLs without a key need no other form', async (t) => {
  t.equal(
    shownActions({ ...none, callbackUrl: 'https://shop.test/caf%C3%A9%20' }, () => [key]),
    undefined,
  )
  t.equal(
    shownActions(none, () => t.fail('nobody asks for keys') as never),
    undefined,
  )
})
