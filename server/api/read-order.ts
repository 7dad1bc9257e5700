import type { components } from '../../client/schema.gen.ts'
import { readActionUrl } from '../domain/action-url.ts'
import { readAmount } from '../domain/amount.ts'
import { type Data, readData } from '../domain/data.ts'
import type { Actions, Item, Order, Store, Tax } from '../domain/transaction.ts'

type Schemas = components['schemas']
type Invoice = Schemas['InvoiceRequest']

/** Wire → domain: the shapes that real clients send, as one. Keys in the body and unknown fields end here. */
export function readOrder({ invoice, store, actions, custom_data }: Schemas['PaymentRequest']): Order {
  return {
    amount: readAmount(invoice.amount, '/invoice/amount'),
    description: invoice.description ?? null,
    items: readList(invoice.items, readItem),
    taxes: readList(invoice.taxes, readTax),
    customData: readCustomData(invoice.custom_datas, custom_data),
    channels: readList(invoice.channels, (channel) => channel),
    store: readStore(store),
    actions: readActions(store, actions),
  }
}

/** The Node SDK sends its own data at the root of the body, all others in the invoice; as null it sends none. */
function readCustomData(custom_datas: Invoice['custom_datas'], custom_data: Data | undefined): Data {
  return custom_data === undefined || custom_data === null
    ? readData(custom_datas ?? null, '/invoice/custom_datas')
    : readData(custom_data, '/custom_data')
}

/** A list as it is; the Node SDK's object (item_1, item_2 …) as the list of its values. */
function readList<Sent, Read>(
  sent: Sent[] | Record<string, Sent> | null | undefined,
  read: (entry: Sent) => Read,
): Read[] {
  const entries = Array.isArray(sent) ? sent : Object.values(sent ?? {})
  return entries.length === 0 ? nothing : entries.map(read)
}

/** One for all, since many orders have none of most things. */
const nothing: never[] = Object.freeze([]) as unknown as never[]

function readItem(item: Schemas['ItemRequest']): Item {
  return {
    name: item.name ?? null,
    quantity: item.quantity ?? item.qte ?? null,
    price: item.price ?? item.unit_price ?? null,
    total: item.total_amount ?? item.totalamount ?? item.total_price ?? null,
    description: item.description ?? null,
  }
}

function readTax(tax: Schemas['TaxRequest']): Tax {
  return { name: tax.name ?? null, amount: tax.amount ?? null }
}

function readStore(store: Schemas['StoreRequest']): Store {
  return {
    name: store.name,
    tagline: store.tagline ?? null,
    address: store.postal_adress ?? store.postal_address ?? null,
    phone: store.phone ?? store.phone_number ?? null,
    logo: store.logo_url ?? null,
    website: store.web_site_url ?? store.website_url ?? null,
    color: store.color ?? null,
    template: store.template ?? null,
  }
}

/** `actions` win over the same URLs in `store`; an empty one is none. */
function readActions(store: Schemas['StoreRequest'], actions: Schemas['ActionsRequest'] = null): Actions {
  const read = (name: 'cancel_url' | 'return_url' | 'callback_url') =>
    readActionUrl(actions?.[name], `/actions/${name}`) ?? readActionUrl(store[name], `/store/${name}`)
  return { cancelUrl: read('cancel_url'), returnUrl: read('return_url'), callbackUrl: read('callback_url') }
}
