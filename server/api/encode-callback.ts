import type { components } from '../../client/schema.gen.ts'
import type { CallbackRequest } from '../sandbox/callback-sender.ts'

export type CallbackFormat = 'json' | 'form'

export const contentTypes = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const

type Options = {
  url: string
  notification: components['schemas']['Notification']
  format: CallbackFormat
  deliveryId: string
  /** From 1. */
  attempt: number
  /** Of this package. */
  version: string
}

/** A callback as it goes out, with merchant-doc's headers; its signature belongs to the other API. */
export function encodeCallback({ url, notification, format, deliveryId, attempt, version }: Options): CallbackRequest {
  return {
    url,
    headers: {
      'content-type': contentTypes[format],
      'user-agent': `intram-sandbox/${version}`,
      'x-intram-delivery': deliveryId,
      'x-intram-attempt': `${attempt}`,
    },
    body: encodeBody(notification, format),
  }
}

export function encodeBody(body: object, format: CallbackFormat): string {
  return format === 'form' ? encodeForm(body) : JSON.stringify(body)
}

/** Flat fields as they are, the others in brackets: `transaction[invoice][items][0][name]`, which PHP nests again. */
function encodeForm(body: object): string {
  const fields = Object.entries(body).flatMap(([name, value]) => fieldsOf(name, value))
  return new URLSearchParams(fields).toString()
}

/** As Node programs write forms: null is empty, an empty list or object is left out, true and false are words. */
function fieldsOf(name: string, value: unknown): [string, string][] {
  if (value === undefined) return []
  if (typeof value !== 'object' || value === null) return [[name, `${value ?? ''}`]]
  return Object.entries(value).flatMap(([key, part]) => fieldsOf(`${name}[${key}]`, part))
}
