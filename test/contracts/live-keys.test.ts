import t from 'tap'
import { liveLooking } from '../../contracts/live-keys.ts'
import { testKeys } from './keys.ts'

t.test('the keys of the sandbox do not look live, and neither do plain words', async (t) => {
  t.same(liveLooking(testKeys('a')), [])
  const words = ['votre_private_key', 'tpk_0123456789', 'TPK_0123456789', '5f2d7a96b97d9d3fea912c11', 'olive_oil', 'x']
  for (const key of words) t.same(liveLooking({ ...testKeys('a'), privateKey: key }), [], key)
})

t.test('keys without the leading t, or with live in them, do', async (t) => {
  const live = [
    'pk_0123456789',
    'sk_0123456789',
    'pk_live_0123456789',
    'SK_0123456789',
    'tpk_live_01',
    'live_0123456789',
  ]
  for (const key of live) t.same(liveLooking({ ...testKeys('a'), secretKey: key }), ['secretKey'], key)
  t.same(liveLooking({ ...testKeys('a'), privateKey: 'pk_1', merchantKey: 'pk_2' }), ['privateKey', 'merchantKey'])
})
