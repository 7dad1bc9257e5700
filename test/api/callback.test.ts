import { Ajv2020 } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import t from 'tap'
import { encodeCallback } from '../../server/api/encode-callback.ts'
import { presentConfirmation } from '../../server/api/present.ts'
import { presentNotification } from '../../server/api/present-notification.ts'
import { readDereferenced } from '../../server/openapi/document.ts'
import { failedTransaction, paidTransaction } from '../support/transactions.ts'

const around = { origin: 'http://localhost:4002', drawQrCode: () => 'data:image/png;base64,AA==' }
const order = {
  description: 'Thé & café, 100 %',
  items: [
    { name: 'Thé', quantity: 2, price: '500', total: 1000, description: null },
    { name: 'a[b]=c&d', quantity: null, price: null, total: null, description: null },
  ],
  customData: { order: 7, nested: { paid: true, none: null, tags: ['x', 'y'] }, empty: [], none: {} },
}
const notification = presentNotification(paidTransaction(order), around)
const sending = { url: 'http://localhost:3000/callback', notification, deliveryId: 'd1', attempt: 2, version: '1.2.3' }

t.test('a notification is the confirmation, with the id', async (t) => {
  for (const transaction of [paidTransaction(order), failedTransaction()]) {
    t.same(presentNotification(transaction, around), {
      ...presentConfirmation(transaction, around),
      transaction_id: transaction.id,
    })
  }
})

t.test('a notification is what openapi.yaml says', async (t) => {
  const { schemas } = readDereferenced('#openapi.json').components as { schemas: Record<string, object> }
  const validate = new Ajv2020({ strict: false, formats: fullFormats }).compile(schemas.Notification ?? false)
  for (const transaction of [paidTransaction(order), failedTransaction()]) {
    t.ok(
      validate(JSON.parse(JSON.stringify(presentNotification(transaction, around)))),
      JSON.stringify(validate.errors),
    )
  }
})

t.test('only a paid one tells how it was paid', async (t) => {
  t.match(notification, { status: 'SUCCESS', account_number: '22961XXXXXX', fees: 50, net_amount: 1050 })
  const failed = presentNotification(failedTransaction(), around)
  t.equal(failed.status, 'FAIL')
  for (const name of ['account_number', 'source', 'fees', 'net_amount', 'customer']) t.notOk(name in failed, name)
})

t.test('the headers tell the delivery, the attempt and who sends', async (t) => {
  t.same(encodeCallback({ ...sending, format: 'json' }).headers, {
    'content-type': 'application/json',
    'user-agent': 'intram-sandbox/1.2.3',
    'x-intram-delivery': 'd1',
    'x-intram-attempt': '2',
  })
  t.match(encodeCallback({ ...sending, format: 'form' }).headers, {
    'content-type': 'application/x-www-form-urlencoded',
    'x-intram-delivery': 'd1',
  })
})

t.test('as JSON, the body is the notification', async (t) => {
  const { url, body } = encodeCallback({ ...sending, format: 'json' })
  t.equal(url, sending.url)
  t.same(JSON.parse(body), notification)
})

t.test('as a form, flat fields are flat and the others are in brackets', async (t) => {
  const fields = new URLSearchParams(encodeCallback({ ...sending, format: 'form' }).body)
  for (const [name, value] of [
    ['status', 'SUCCESS'],
    ['error', 'false'],
    ['transaction_id', '5f2d7a96b97d9d3fea912c11'],
    ['amount', '1000'],
    ['customer[name]', 'Client Test'],
    ['customer[email]', ''],
    ['transaction[invoice][amount]', '1000'],
    ['transaction[invoice][description]', 'Thé & café, 100 %'],
    ['transaction[invoice][items][0][name]', 'Thé'],
    ['transaction[invoice][items][1][name]', 'a[b]=c&d'],
    ['custom_data[nested][paid]', 'true'],
    ['custom_data[nested][none]', ''],
    ['custom_data[nested][tags][1]', 'y'],
  ] as const) {
    t.same(fields.getAll(name), [value], name)
  }
  t.same(
    [...fields.keys()].filter((name) => /^custom_data\[(empty|none)\]/.test(name)),
    [],
    'what is empty is left out',
  )
})

for (const [customData, field] of [
  ['plain', 'plain'],
  [null, ''],
  [7, '7'],
] as const) {
  t.test(`as a form, custom data ${JSON.stringify(customData)} is one field`, async (t) => {
    const notification = presentNotification(paidTransaction({ customData }), around)
    const fields = new URLSearchParams(encodeCallback({ ...sending, notification, format: 'form' }).body)
    t.same(fields.getAll('custom_data'), [field])
  })
}
