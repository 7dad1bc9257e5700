import type { Document } from '../openapi/document.ts'

type Text = string | null | undefined

/** What the script sends for a page that has nothing but its public key. */
export type PaymentBody = {
  public_key: string
  amount: number | string
  currency: string
  callback_url?: Text
  company?: { name?: Text; template?: Text; color?: Text; logo_url?: Text } | null
  custom_datas?: Record<string, unknown> | unknown[] | null
}

/** The same for a payment that the merchant's server has made. */
export type FrameBody = { url: string; key: string }

export const longestKey = 256

const key = {
  type: 'string',
  minLength: 1,
  maxLength: longestKey,
  'x-message': `must be the public key, a text of 1 to ${longestKey} characters`,
}

type Schemas = Record<'InvoiceRequest' | 'StoreRequest', { properties: Record<string, object> }>

/** Amount, currency and URLs are as in Intram's API, in the same words when they are wrong. */
export function bodySchemas({ components }: Document): { payment: object; frame: object } {
  const { InvoiceRequest, StoreRequest } = (components as { schemas: Schemas }).schemas
  const { amount, currency, custom_datas } = InvoiceRequest.properties
  const { template, color, logo_url, callback_url } = StoreRequest.properties
  const company = {
    type: ['object', 'null'],
    properties: { name: { type: ['string', 'null'] }, template, color, logo_url },
  }
  return {
    payment: {
      type: 'object',
      required: ['public_key', 'amount', 'currency'],
      properties: { public_key: key, amount, currency, callback_url, company, custom_datas },
    },
    frame: {
      type: 'object',
      required: ['url', 'key'],
      properties: { url: { type: 'string', maxLength: 2048 }, key },
    },
  }
}
