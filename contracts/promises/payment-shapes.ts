import assert from 'node:assert/strict'
import type { PaymentRequest } from '../../client/index.ts'
import { amount, documentedPayments, payment } from '../payments.ts'
import type { ApiPromise, Source, Tools } from '../promise.ts'

/** A request that has to be taken for what it is: one payment of the usual amount. */
function accepts(promise: string, source: Source, request: PaymentRequest): ApiPromise {
  return {
    promise,
    source,
    async check({ client }) {
      const created = await client.requestPayment(request)
      assert.equal(created.status, 'PENDING')
      assert.equal(created.total_amount, amount)
    },
  }
}

/** As the PHP SDK sends it; its parts make 1800, which is not the amount. */
const withLists = ({ client }: Tools) =>
  client.requestPayment(
    payment({
      invoice: {
        items: [
          { name: 'T-shirt', qte: '2', price: '500', totalamount: '1000' },
          { name: 'Cap', quantity: 1, price: 500, total_amount: 500 },
        ],
        taxes: [{ name: 'TVA', amount: 300 }],
        custom_datas: [['order', 'A-17']],
      },
    }),
  )

/** A browser would follow them; no server is called at them. */
const urls = { cancel_url: 'https://example.com/cancel', return_url: 'https://example.com/return' }

/** The shapes in which real clients send a payment. */
export const paymentShapes: readonly ApiPromise[] = [
  ...documentedPayments.map(({ name, request }) =>
    accepts(`the ${name} request of Intram's page is taken`, 'http-doc', request),
  ),
  accepts(
    'an amount written as text, "200.00", is charged as 200',
    'woocommerce',
    payment({
      invoice: { amount: `${amount}.00` },
    }),
  ),
  accepts('the currency may be written xof', 'woocommerce', payment({ invoice: { currency: 'xof' } })),
  {
    promise: 'items, taxes and custom data may be lists, with numbers as text',
    source: 'php-sdk',
    async check({ once }) {
      const { status } = await once(withLists)
      assert.equal(status, 'PENDING')
    },
  },
  {
    promise: 'items and taxes never change the amount',
    source: 'assumed',
    async check({ once }) {
      const { total_amount } = await once(withLists)
      assert.equal(total_amount, amount)
    },
  },
  accepts(
    'items and taxes may be objects, with custom data at the root and no actions',
    'node-sdk',
    payment({
      invoice: {
        items: { item_1: { name: 'T-shirt', quantity: 1, unit_price: amount, total_price: amount } },
        taxes: { tax_1: { name: 'TVA', amount: 0 } },
      },
      custom_data: { order: 'A-17' },
    }),
  ),
  accepts(
    'null in place of any text of the store, and no URL as null or empty text, are taken',
    'php-sdk',
    payment({
      invoice: { description: null, items: null, taxes: null, custom_datas: null },
      store: { postal_adress: null, logo_url: '', web_site_url: null, phone: null, template: null },
      actions: { cancel_url: null, return_url: '', callback_url: null },
    }),
  ),
  accepts(
    'any text is taken for the logo and the web site',
    'assumed',
    payment({
      store: { logo_url: 'logo.png', web_site_url: 'Benin - Cotonou - Akpakpa' },
    }),
  ),
  accepts(
    'unknown fields are ignored',
    'assumed',
    payment({
      invoice: { shipping: 'fast' },
      store: { opened: 1999 },
      version: { major: 1 },
    }),
  ),
  {
    promise: 'the action URLs may stand in the store',
    source: 'node-sdk',
    async check({ client }) {
      await client.requestPayment(payment({ store: urls }))
    },
  },
  {
    promise: 'a URL in the actions wins over the same one in the store',
    source: 'assumed',
    async check({ client }) {
      const return_url = 'https://example.com/return-of-actions'
      const { transaction_id } = await client.requestPayment(payment({ store: urls, actions: { return_url } }))
      const { transaction } = await client.confirmTransaction(transaction_id)
      assert.equal(transaction?._actions?.return_url, return_url)
      assert.equal(transaction?._actions?.cancel_url, urls.cancel_url)
    },
  },
  {
    promise: 'custom_data null at the root leaves the custom_datas of the invoice',
    source: 'assumed',
    async check({ client }) {
      const custom_datas = { order: 'A-17' }
      const { transaction_id } = await client.requestPayment(payment({ invoice: { custom_datas }, custom_data: null }))
      const { transaction } = await client.confirmTransaction(transaction_id)
      assert.deepEqual(transaction?.invoice?.custom_datas, custom_datas)
    },
  },
  {
    promise: 'the type may be written Application/json',
    source: 'php-sdk',
    async check({ send }) {
      const headers = { 'content-type': 'Application/json' }
      const { status } = await send({ method: 'POST', path: '/payments/request', headers, body: payment() })
      assert.equal(status, 200)
    },
  },
]
