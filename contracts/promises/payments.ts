import assert from 'node:assert/strict'
import { expectRefusal } from '../expect-refusal.ts'
import { amount, type Changes, newPayment, payment } from '../payments.ts'
import type { ApiPromise, Source } from '../promise.ts'
import { paymentShapes } from './payment-shapes.ts'

/** A request that has to be refused. It would be small and harmless if it were taken. */
function refuses(promise: string, source: Source, wrong: Changes): ApiPromise {
  return {
    promise: `${promise} is a 400`,
    source,
    async check({ client }) {
      await expectRefusal(client.requestPayment(payment(wrong)), 400)
    },
  }
}

const created: readonly ApiPromise[] = [
  {
    promise: 'a new payment is PENDING, with an id of 24 hex digits and the page to send the customer to',
    source: 'php-sdk',
    async check({ once }) {
      const { status, transaction_id, receipt_url } = await once(newPayment)
      assert.equal(status, 'PENDING')
      assert.match(transaction_id, /^[0-9a-f]{24}$/)
      assert.match(receipt_url, /^https?:\/\//)
    },
  },
  {
    promise: 'the total is the amount that was asked for, in XOF',
    source: 'php-sdk',
    async check({ once }) {
      const { total_amount, currency } = await once(newPayment)
      assert.equal(total_amount, amount)
      assert.match(String(currency), /^xof$/i)
    },
  },
  {
    promise: 'payment_url is the same page as receipt_url',
    source: 'django-sdk',
    async check({ once }) {
      const { payment_url, receipt_url } = await once(newPayment)
      assert.equal(payment_url, receipt_url)
    },
  },
  {
    promise: 'qr_code is a PNG',
    source: 'php-sdk',
    async check({ once }) {
      const { qr_code = '' } = await once(newPayment)
      const [type, picture = ''] = qr_code.split(',')
      assert.equal(type, 'data:image/png;base64')
      assert.equal(Buffer.from(picture, 'base64').toString('latin1', 1, 4), 'PNG')
    },
  },
  {
    promise: 'the same request a second time is a second payment',
    source: 'assumed',
    async check({ once, client }) {
      const first = await once(newPayment)
      const second = await client.requestPayment(payment())
      assert.ok(second.transaction_id !== first.transaction_id, 'both have the same transaction_id')
    },
  },
]

const refused: readonly ApiPromise[] = [
  refuses('a payment without an amount', 'http-doc', { invoice: { amount: undefined } }),
  refuses('an amount of 0', 'node-sdk', { invoice: { amount: 0 } }),
  refuses('a negative amount', 'node-sdk', { invoice: { amount: -amount } }),
  refuses('a fraction of a franc', 'assumed', { invoice: { amount: amount + 0.5 } }),
  refuses('a fraction of a franc as text', 'assumed', { invoice: { amount: `${amount}.50` } }),
  refuses('an amount of "0"', 'assumed', { invoice: { amount: '0' } }),
  refuses('an amount in words', 'assumed', { invoice: { amount: 'two hundred' } }),
  refuses('another currency than XOF', 'assumed', { invoice: { currency: 'EUR' } }),
  refuses('a javascript: URL', 'assumed', { actions: { return_url: 'javascript:alert(1)' } }),
  ...[Number.MAX_SAFE_INTEGER + 1, '9007199254740993'].map((tooMuch): ApiPromise => {
    return {
      ...refuses(`an amount over 2^53 - 1 as a ${typeof tooMuch}`, 'assumed', { invoice: { amount: tooMuch } }),
      needs: 'simulation', // wrongly taken, it would stand as a fortune in a real account
    }
  }),
]

export const payments: readonly ApiPromise[] = [...created, ...paymentShapes, ...refused]
