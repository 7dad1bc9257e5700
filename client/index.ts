import type { components } from './schema.gen.ts'

export type { CallOptions } from './call.ts'
export type { ConfirmCallback, ConfirmedCallback } from './confirm-callback.ts'
export { type Client, type ClientOptions, createClient } from './create-client.ts'
export { type ErrorDetail, IntramError, type Outcome } from './intram-error.ts'
export { scenarios } from './scenarios.gen.ts'
export type { components, operations, paths } from './schema.gen.ts'
export { intramBaseUrl, type Keys } from './settings.ts'
export type { IncomingAnswer, OutgoingRequest, Transport } from './transport.ts'
export type { WaitOptions } from './wait-for-transaction.ts'

export type PaymentRequest = components['schemas']['PaymentRequest']
export type PaymentCreated = components['schemas']['PaymentCreated']
export type Confirmation = components['schemas']['Confirmation']
export type Notification = components['schemas']['Notification']
export type Status = components['schemas']['Status']
