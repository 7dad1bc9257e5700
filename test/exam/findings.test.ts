import t from 'tap'
import { startQuietServer } from '../support/quiet-server.ts'
import { startShop } from '../support/shop.ts'

/** A customer of a shop pays, and a minute passes. */
async function sell(t: Parameters<typeof startQuietServer>[0], kind: 'careful' | 'naive') {
  const { sandbox, origin } = await startQuietServer(t)
  const shop = await startShop(t, kind)
  shop.use(`${origin}/api/v1`)
  const world = `${kind}-shop`
  const answer = await fetch(`${shop.url}/orders`, { method: 'POST' })
  const { transaction_id: id } = (await answer.json()) as { transaction_id: string }
  await sandbox.pay(world, id)
  await sandbox.advance(world, 120_000)
  return (await sandbox.findings(world)).map(({ code }) => code)
}

t.test('the careful shop does nothing wrong', async (t) => {
  t.same(await sell(t, 'careful'), [])
})

t.test('the naive shop trusts blindly', async (t) => {
  t.same(await sell(t, 'naive'), ['blind-trust'])
})
