import fc from 'fast-check'
import t from 'tap'
import { redirectUrl } from '../../server/domain/redirect-url.ts'
import type { Final } from '../../server/domain/transaction.ts'

const id = '5f2d7a96b97d9d3fea912c11'
const result = (status: string) => `token=${id}&STATUS=${status}&transaction_id=${id}`

function final(status: Final['status'], actions: { returnUrl?: string; cancelUrl?: string }): Final {
  return {
    id,
    status,
    order: { actions: { returnUrl: null, cancelUrl: null, callbackUrl: null, ...actions } },
  } as Final
}

const returnTo = (returnUrl: string, form?: 'merged' | 'glued') => redirectUrl(final('SUCCESS', { returnUrl }), form)

for (const [status, target] of [
  ['SUCCESS', 'return'],
  ['FAIL', 'return'],
  ['CANCELED', 'cancel'],
] as const) {
  t.test(`${status} leads to ${target}_url`, async (t) => {
    const actions = { returnUrl: 'https://shop.test/return', cancelUrl: 'https://shop.test/cancel' }
    t.equal(redirectUrl(final(status, actions)), `https://shop.test/${target}?${result(status)}`)
    t.equal(redirectUrl(final(status, {})), undefined, 'or nowhere')
  })
}

for (const [target, expected] of [
  ['https://shop.test', `https://shop.test/?${result('SUCCESS')}`],
  ['https://shop.test/r?order=1', `https://shop.test/r?order=1&${result('SUCCESS')}`],
  ['https://shop.test/r?', `https://shop.test/r?${result('SUCCESS')}`],
  ['https://shop.test/r?a=1&', `https://shop.test/r?a=1&${result('SUCCESS')}`],
  ['https://shop.test/r#top', `https://shop.test/r?${result('SUCCESS')}#top`],
  ['https://shop.test/r?a=1#top?b=2', `https://shop.test/r?a=1&${result('SUCCESS')}#top?b=2`],
  ['https://shop.test/r?token=old&a=1&STATUS=x&transaction_id', `https://shop.test/r?a=1&${result('SUCCESS')}`],
  ['https://shop.test/r?%74oken=old', `https://shop.test/r?${result('SUCCESS')}`],
  ['https://shop.test/r?status=kept&Token=kept', `https://shop.test/r?status=kept&Token=kept&${result('SUCCESS')}`],
  ['https://shop.test/r?sig=a%2Bb+c%20d&x=%C3%A9', `https://shop.test/r?sig=a%2Bb+c%20d&x=%C3%A9&${result('SUCCESS')}`],
  ['https://shop.test/r?toString=1&__proto__=2', `https://shop.test/r?toString=1&__proto__=2&${result('SUCCESS')}`],
  ['https://shop.test/r??token=kept', `https://shop.test/r??token=kept&${result('SUCCESS')}`],
  ['https://shop.test/r?a[]=1&a[]=2&b', `https://shop.test/r?a[]=1&a[]=2&b&${result('SUCCESS')}`],
  ['https://shop.test/r?next=https://o.test/?q=1', `https://shop.test/r?next=https://o.test/?q=1&${result('SUCCESS')}`],
  ['https://boutique.test/é?q=né', `https://boutique.test/%C3%A9?q=n%C3%A9&${result('SUCCESS')}`],
  ['https://shop.test/r?%E0%A4%A', `https://shop.test/r?%E0%A4%A&${result('SUCCESS')}`],
] as const) {
  t.test(`the result is merged into ${target}`, async (t) => {
    t.equal(returnTo(target), expected)
  })
}

for (const [target, expected] of [
  ['https://shop.test/r', `https://shop.test/r?${result('SUCCESS')}`],
  ['https://shop.test/r?order=1', `https://shop.test/r?order=1?${result('SUCCESS')}`],
  ['https://shop.test/r?token=old#top', `https://shop.test/r?token=old?${result('SUCCESS')}#top`],
] as const) {
  t.test(`in the legacy form the result is glued to ${target}`, async (t) => {
    t.equal(returnTo(target, 'glued'), expected)
  })
}

t.test('whatever the URL, the result is there once, the rest is kept, and it fits a header', async () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (target) => {
      const before = new URL(target)
      const after = new URL(returnTo(target) ?? '')
      const others = [...after.searchParams].filter(([name]) => !['token', 'STATUS', 'transaction_id'].includes(name))
      return (
        after.searchParams.getAll('token').join() === id &&
        after.searchParams.getAll('STATUS').join() === 'SUCCESS' &&
        after.hash === before.hash &&
        after.origin + after.pathname === before.origin + before.pathname &&
        JSON.stringify(others) === JSON.stringify([...before.searchParams].filter(([name]) => name !== 'token')) &&
        /^[\x21-\x7e]+$/.test(after.href)
      )
    }),
  )
})
