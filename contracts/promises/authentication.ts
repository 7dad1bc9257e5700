import assert from 'node:assert/strict'
import type { Keys } from '../../client/index.ts'
import { expectEnvelope } from '../expect-refusal.ts'
import { payment, unknownId } from '../payments.ts'
import { type ApiPromise, skip, type Tools } from '../promise.ts'
import { keyHeaders, noKeys } from '../send.ts'

/** Creates nothing, even where the keys are taken by mistake. */
const harmlessCall = { method: 'GET', path: `/transactions/confirm/${unknownId}` } as const

const wrongKeys: Keys = {
  publicKey: 'wrong-public-key',
  privateKey: 'tpk_wrong-private-key',
  secretKey: 'tsk_wrong-secret-key',
  merchantKey: 'wrong-merchant-key',
}

/** A sandbox that takes any keys, which is its default, shows itself by obeying `Prefer`; the real API ignores it. */
async function expectWrong(keys: Partial<Keys>, { send }: Tools): Promise<void> {
  const { status, headers } = await send({ ...harmlessCall, keys, headers: { prefer: 'code=400' } })
  if (status !== 401 && headers['preference-applied']) {
    skip('this sandbox takes any keys: start it with --keys FILE to ask this of it')
  }
  assert.equal(status, 401)
}

const missingKeys = (Object.keys(keyHeaders) as (keyof Keys)[]).map((name): ApiPromise => {
  return {
    promise: `a call without ${keyHeaders[name]} is a 401`,
    source: 'http-doc',
    async check({ send, merchantHeader }) {
      if (name === 'merchantKey' && merchantHeader === 'optional') {
        skip('this target derives the merchant from the other keys (--merchant-header optional)')
      }
      const { status } = await send({ ...harmlessCall, keys: { [name]: '' } })
      assert.equal(status, 401)
    },
  }
})

export const authentication: readonly ApiPromise[] = [
  ...missingKeys,
  {
    promise: 'wrong keys are a 401',
    source: 'http-doc',
    check: (tools) => expectWrong(wrongKeys, tools),
  },
  {
    promise: 'one wrong key among right ones is a 401',
    source: 'http-doc',
    check: (tools) => expectWrong({ secretKey: wrongKeys.secretKey }, tools),
  },
  {
    promise: 'a 401 says {"error": true, "status": "ERROR"} and why',
    source: 'http-doc-2026',
    async check({ send }) {
      const { status, json } = await send({ ...harmlessCall, keys: noKeys })
      assert.equal(status, 401)
      expectEnvelope(json)
    },
  },
  {
    promise: 'keys are judged before the body is read',
    source: 'assumed',
    async check({ send }) {
      const { status } = await send({ method: 'POST', path: '/payments/request', keys: noKeys, body: '{' })
      assert.equal(status, 401)
    },
  },
  {
    // Marks stand in for the keys: sending real ones in a body only leaks them.
    promise: 'keys in the body are ignored, and come back in no answer',
    source: 'http-doc-2026',
    async check({ client }) {
      const keys = { public: 'mark-public-1f0c', private: 'mark-private-1f0c', secret: 'mark-secret-1f0c' }

      const created = await client.requestPayment(payment({ invoice: { keys } }))
      const confirmed = await client.confirmTransaction(created.transaction_id)

      const answers = JSON.stringify([created, confirmed])
      for (const key of Object.values(keys)) assert.ok(!answers.includes(key), `an answer holds ${key}`)
    },
  },
]
