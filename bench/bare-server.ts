import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { customAlphabet } from 'nanoid'

// The denominator: what one would write by hand for these two calls, with node:http and nanoid alone. The same checks,
// the same answers, the same number of transactions kept; but no QR code, no schemas, no router and no log.

const maxTransactions = 100_000
const bodyLimit = 256 * 1024
const confirmPath = '/api/v1/transactions/confirm/'
const keyHeaders = ['x-api-key', 'x-private-key', 'x-secret-key', 'x-marchand-key'] as const

const newId = customAlphabet('0123456789abcdef', 24)
const newReference = customAlphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 10)

type Json = Record<string, unknown>
type Answer = { status: number; body: object }
type Transaction = ReturnType<typeof createTransaction>

const kept = new Map<string, Transaction>()
const inOrder: Transaction[] = []
let next = 0

const server = createServer((request, response) => {
  const { method = '', url = '', headers } = request
  const isRequest = method === 'POST' && url === '/api/v1/payments/request'
  const isConfirm = method === 'GET' && url.startsWith(confirmPath)
  const world = worldOf(headers)
  if (!isRequest && !isConfirm) write(response, refuse(404, `No such route for ${method}`))
  else if (world === undefined) write(response, refuse(401, 'Invalid API keys'))
  else if (isConfirm) write(response, confirm(world, url.slice(confirmPath.length)))
  else readBody(request, (text) => write(response, requestPayment(world, headers, text)))
})
server.listen(Number(process.env.PORT), '127.0.0.1')

function worldOf(headers: IncomingHttpHeaders): string | undefined {
  for (const name of keyHeaders) {
    const key = headers[name]
    if (typeof key !== 'string' || key === '' || key.length > 256) return undefined
  }
  return headers['x-marchand-key'] as string
}

function readBody(request: IncomingMessage, done: (text: string | undefined) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= bodyLimit) chunks.push(chunk)
  })
  request.on('end', () => done(size <= bodyLimit ? Buffer.concat(chunks).toString() : undefined))
}

function requestPayment(world: string, headers: IncomingHttpHeaders, text: string | undefined): Answer {
  if (text === undefined) return refuse(413, 'The body is too large')
  if (!headers['content-type']?.toLowerCase().startsWith('application/json')) {
    return refuse(415, 'Send the body as JSON')
  }
  let transaction: Transaction
  try {
    transaction = createTransaction(world, JSON.parse(text))
  } catch (error) {
    return refuse(400, error instanceof Error ? error.message : 'Bad request')
  }
  keep(transaction)
  const { id, status, order } = transaction
  const receiptUrl = `http://${headers.host}/payment/gate/${id}`
  return succeed({
    error: false,
    status,
    transaction_id: id,
    receipt_url: receiptUrl,
    payment_url: receiptUrl,
    total_amount: order.amount,
    currency: 'xof',
    message: 'Transaction created successfully',
  })
}

function createTransaction(world: string, { invoice, store, actions }: { invoice: Json; store: Json; actions: Json }) {
  if (!/^xof$/i.test(String(invoice.currency))) throw new Error('The currency must be XOF')
  if (typeof store.name !== 'string' || store.name === '') throw new Error('The store must have a name')
  return {
    id: newId(),
    reference: newReference(),
    status: 'PENDING',
    world,
    createdAt: new Date(),
    order: {
      amount: readAmount(invoice.amount),
      description: readText(invoice.description),
      items: listOf(invoice.items).map((item) => ({
        name: readText(item.name),
        quantity: item.quantity ?? item.qte ?? null,
        price: item.price ?? item.unit_price ?? null,
        total: item.total_amount ?? item.totalamount ?? item.total_price ?? null,
        description: readText(item.description),
      })),
      taxes: listOf(invoice.taxes).map((tax) => ({ name: readText(tax.name), amount: tax.amount ?? null })),
      customData: invoice.custom_datas ?? null,
      channels: Array.isArray(invoice.channels) ? invoice.channels : [],
      store: {
        name: store.name,
        address: readText(store.postal_adress ?? store.postal_address),
        logo: readText(store.logo_url),
        website: readText(store.web_site_url ?? store.website_url),
        phone: readText(store.phone ?? store.phone_number),
        template: readText(store.template),
      },
      actions: {
        cancelUrl: readUrl(actions?.cancel_url) ?? readUrl(store.cancel_url),
        returnUrl: readUrl(actions?.return_url) ?? readUrl(store.return_url),
        callbackUrl: readUrl(actions?.callback_url) ?? readUrl(store.callback_url),
      },
    },
  }
}

function readAmount(value: unknown): number {
  const amount = typeof value === 'string' && /^\d{1,32}(\.0+)?$/.test(value) ? Number(value) : value
  if (!Number.isSafeInteger(amount) || (amount as number) < 1) throw new Error('The amount must be a whole number')
  return amount as number
}

function readText(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') throw new Error('This must be text')
  return value
}

function readUrl(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  const isUrl = typeof value === 'string' && value.length <= 2048 && /^https?:\/\//i.test(value) && URL.canParse(value)
  if (!isUrl) throw new Error('A URL must begin with http:// or https://')
  return value
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value : Object.values((value ?? {}) as Record<string, Json>)
}

/** By id and by reference; the oldest goes when there are too many. */
function keep(transaction: Transaction): void {
  const oldest = inOrder[next]
  if (oldest) {
    kept.delete(oldest.id)
    kept.delete(oldest.reference)
  }
  inOrder[next] = transaction
  next = (next + 1) % maxTransactions
  kept.set(transaction.id, transaction)
  kept.set(transaction.reference, transaction)
}

function confirm(world: string, idOrReference: string): Answer {
  const transaction = kept.get(idOrReference)
  if (transaction?.world !== world) return refuse(400, 'Transaction not found')
  const { id, status, reference, createdAt, order } = transaction
  const { amount, store, actions, items, taxes } = order
  return succeed({
    error: false,
    status,
    message: 'statut de la transaction',
    transaction: {
      _id: id,
      _status: status,
      _env: 'sandbox',
      _type: 'DEBIT',
      _reference: reference,
      _amount: amount,
      _country_code: 'BJ',
      _channels: order.channels,
      _created_at: createdAt.toISOString(),
      _actions: { cancel_url: actions.cancelUrl, return_url: actions.returnUrl, callback_url: actions.callbackUrl },
      _store: {
        name: store.name,
        postal_adress: store.address,
        logo_url: store.logo,
        web_site_url: store.website,
        phone: store.phone,
        template: store.template,
      },
      __v: 0,
      invoice: {
        _id: nextId(id, 1),
        _created_at: createdAt.toISOString(),
        currency: 'xof',
        amount,
        description: order.description,
        custom_datas: order.customData,
        items: items.map(({ total, ...item }, i) => ({ _id: nextId(id, 2 + i), ...item, total_amount: total })),
        taxes: taxes.map((tax, i) => ({ _id: nextId(id, 2 + items.length + i), ...tax })),
        transaction: id,
        __v: 0,
      },
    },
    marchand: { name: store.name },
    amount,
    total_amount: amount,
    currency: 'xof',
  })
}

function nextId(id: string, step: number): string {
  const counter = (Number.parseInt(id.slice(-6), 16) + step) % 0x1000000
  return id.slice(0, -6) + counter.toString(16).padStart(6, '0')
}

function succeed(body: object): Answer {
  return { status: 200, body }
}

function refuse(status: number, message: string): Answer {
  return { status, body: { error: true, status: 'ERROR', message } }
}

function write(response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}
