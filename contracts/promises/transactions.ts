import assert from 'node:assert/strict'
import { expectRefusal } from '../expect-refusal.ts'
import { amount, amountOf, newPayment, newPaymentConfirmed, payment, unknownId } from '../payments.ts'
import { type ApiPromise, type Customer, skip } from '../promise.ts'

const pending: readonly ApiPromise[] = [
  {
    promise: 'a new payment confirms as PENDING, with its amount',
    source: 'php-sdk',
    async check({ once }) {
      const confirmation = await once(newPaymentConfirmed)
      assert.equal(confirmation.status, 'PENDING')
      assert.equal(amountOf(confirmation), amount)
    },
  },
  {
    promise: 'the confirmation holds the whole transaction',
    source: 'php-sdk',
    async check({ once }) {
      const { transaction_id } = await once(newPayment)
      const { transaction } = await once(newPaymentConfirmed)
      assert.equal(transaction?._id, transaction_id)
      assert.equal(transaction?._status, 'PENDING')
      assert.equal(transaction?.invoice?.amount, amount)
    },
  },
  {
    promise: 'a transaction that nobody has paid has no customer and no receipt',
    source: 'node-sdk',
    async check({ once }) {
      const { customer, receipt_url } = await once(newPaymentConfirmed)
      assert.deepEqual({ customer, receipt_url }, { customer: undefined, receipt_url: undefined })
    },
  },
  {
    promise: 'a transaction is found by its reference too',
    source: 'flutter-doc',
    async check({ once, client }) {
      const { transaction_id } = await once(newPayment)
      const reference = (await once(newPaymentConfirmed)).transaction?._reference
      if (reference === undefined) skip('the target does not tell the reference')
      const { transaction } = await client.confirmTransaction(reference)
      assert.equal(transaction?._id, transaction_id)
    },
  },
  {
    promise: 'two slashes between base and path are one',
    source: 'php-sdk',
    async check({ once, send }) {
      const { transaction_id } = await once(newPayment)
      const { status } = await send({ method: 'GET', path: `//transactions/confirm/${transaction_id}` })
      assert.equal(status, 200)
    },
  },
  {
    promise: 'an unknown transaction is a 400',
    source: 'assumed',
    async check({ client }) {
      await expectRefusal(client.confirmTransaction(unknownId), 400)
    },
  },
  {
    promise: "another merchant's transaction is unknown",
    source: 'assumed',
    needs: 'another merchant',
    async check({ once, otherMerchant }) {
      const { transaction_id } = await once(newPayment)
      await expectRefusal(otherMerchant.confirmTransaction(transaction_id), 400)
    },
  },
]

/** What follows takes somebody at the payment page, which the API does not offer. */
const needs = 'customer'

const ends: readonly [status: string, when: string, settle: keyof Customer][] = [
  ['SUCCESS', 'the customer has paid', 'pay'],
  ['FAIL', 'the provider has declined', 'fail'],
  ['CANCELED', 'the customer has given up', 'cancel'],
]

const settled: readonly ApiPromise[] = [
  ...ends.map(([final, when, settle]): ApiPromise => {
    return {
      promise: `a payment confirms as ${final} once ${when}`,
      source: 'node-sdk',
      needs,
      async check({ client, customer }) {
        const { transaction_id } = await client.requestPayment(payment())

        await customer[settle](transaction_id)

        const { status } = await client.confirmTransaction(transaction_id)
        assert.equal(status, final)
      },
    }
  }),
  {
    promise: 'a final status never changes',
    source: 'assumed',
    needs,
    async check({ client, customer }) {
      for (const [final, , settle] of ends) {
        const { transaction_id } = await client.requestPayment(payment())
        await customer[settle](transaction_id)

        for (const [, , again] of ends) await customer[again](transaction_id).catch(() => {})

        const { status } = await client.confirmTransaction(transaction_id)
        assert.equal(status, final)
      }
    },
  },
  {
    promise: 'custom data comes back as it was sent, once paid',
    source: 'node-sdk',
    needs,
    async check({ client, customer }) {
      const custom_data = { order: 'A-17', lines: [1, { two: null }], é: '€' }
      const { transaction_id } = await client.requestPayment(payment({ custom_data }))

      await customer.pay(transaction_id)

      const confirmation = await client.confirmTransaction(transaction_id)
      assert.deepEqual(confirmation.custom_data, custom_data)
    },
  },
  {
    promise: 'once paid, the confirmation tells the fees, and masks the number',
    source: 'php-sdk',
    needs,
    async check({ client, customer }) {
      const { transaction_id } = await client.requestPayment(payment())

      await customer.pay(transaction_id)

      const confirmation = await client.confirmTransaction(transaction_id)
      const { fees = Number.NaN, net_amount, account_number = '' } = confirmation
      assert.equal(net_amount, amount + fees)
      assert.match(account_number, /^\d+X+$/)
    },
  },
]

export const transactions: readonly ApiPromise[] = [...pending, ...settled]
