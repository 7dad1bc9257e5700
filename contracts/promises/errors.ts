import assert from 'node:assert/strict'
import { expectEnvelope } from '../expect-refusal.ts'
import { payment } from '../payments.ts'
import type { ApiPromise, Tools } from '../promise.ts'

const refusedPayment = ({ send }: Tools) =>
  send({ method: 'POST', path: '/payments/request', body: payment({ invoice: { amount: 'nothing' } }) })

export const errors: readonly ApiPromise[] = [
  {
    promise: 'a refusal says {"error": true, "status": "ERROR"} and why',
    source: 'http-doc-2026',
    async check({ once }) {
      const { status, json } = await once(refusedPayment)
      assert.equal(status, 400)
      expectEnvelope(json)
    },
  },
  {
    promise: 'a refusal says what is wrong, and where',
    source: 'assumed',
    async check({ once }) {
      const { json } = await once(refusedPayment)
      const { details } = json as { details?: { path?: string }[] }
      assert.deepEqual(
        details?.map(({ path }) => path),
        ['/invoice/amount'],
      )
    },
  },
  {
    promise: 'a body that is not JSON is a 400',
    source: 'http-doc',
    async check({ send }) {
      const { status } = await send({ method: 'POST', path: '/payments/request', body: '{"invoice":' })
      assert.equal(status, 400)
    },
  },
  {
    promise: 'an unknown route is a 404 with the same message as every error',
    source: 'assumed',
    async check({ send }) {
      const { status, json } = await send({ method: 'GET', path: '/no/such/route' })
      assert.equal(status, 404)
      expectEnvelope(json)
    },
  },
]
