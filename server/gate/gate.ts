import type { FastifyReply, FastifyRequest } from 'fastify'
import { type RedirectForm, redirectUrl } from '../domain/redirect-url.ts'
import { isFinal, type Transaction } from '../domain/transaction.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { type Language, languageOf } from './language.ts'
import type { OwnForm } from './own-form.ts'
import { inLanguage, type Visit, visitOf } from './pages/layout.ts'
import { type View, viewOf } from './view.ts'

export type Gate = {
  sandbox: Sandbox
  redirectForm: RedirectForm
  ownForm: OwnForm
  /** Where a customer sees the gate of a transaction; drawn as a QR code, too. */
  urlOf: (request: FastifyRequest, id: string) => string
  drawQrCode: (url: string) => string | undefined
}

export type GateRequest = FastifyRequest<{ Params: { id: string } }>

export function gatePath(id: string): string {
  return `/payment/gate/${encodeURIComponent(id)}`
}

/** Where the script of a page asks, in the language in which it goes on. */
export function statusPath(id: string, language: Language): string {
  return inLanguage(`${gatePath(id)}/status`, language)
}

/** This page, in the customer's language. */
export function visitTo(request: GateRequest, query = ''): Visit {
  return visitOf(languageOf(request), `${gatePath(request.params.id)}${query}`)
}

/** What was paid, or else what paying would cost. */
export function viewIn({ say }: Visit, { sandbox }: Gate, transaction: Transaction): View {
  const { order } = transaction
  const fees = transaction.status === 'SUCCESS' ? transaction.payment.fees : sandbox.feesOf(order.amount)
  return viewOf(order, fees, say)
}

/** Where a customer goes who is done here: to the store, or to the receipt when the store has said nowhere. */
export function pathAfter(transaction: Transaction, visit: Visit, { redirectForm }: Gate): string {
  if (!isFinal(transaction)) return inLanguage(`${gatePath(transaction.id)}?waiting`, visit.language)
  return redirectUrl(transaction, redirectForm) ?? inLanguage(gatePath(transaction.id), visit.language)
}

/** Only a way that leads to the store is worth noting. */
export function noteSentBack({ sandbox }: Gate, { id, world }: Transaction, to: string): void {
  if (!to.startsWith('/')) sandbox.journal.write(world, { type: 'gate', transactionId: id, what: 'sent-back', to })
}

/** Sends a page with the headers that it needs. */
export function sendPage(reply: FastifyReply, status: number, headers: Record<string, string>, page: string) {
  return reply.code(status).headers(headers).type('text/html; charset=utf-8').send(page)
}
