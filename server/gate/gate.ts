import type { FastifyReply, FastifyRequest } from 'fastify'
import { type RedirectForm, redirectUrl } from '../domain/redirect-url.ts'
import { type Final, isFinal, type Transaction } from '../domain/transaction.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { type Frames, inFrame } from './frame.ts'
import { languageOf } from './language.ts'
import type { OwnForm } from './own-form.ts'
import { inLanguage, type Visit, visitOf } from './pages/layout.ts'
import { type View, viewOf } from './view.ts'

export type Gate = {
  sandbox: Sandbox
  redirectForm: RedirectForm
  ownForm: OwnForm
  /** Which web pages may show which payments. */
  frames: Frames
  /** Where a customer sees the gate of a transaction; drawn as a QR code, too. */
  urlOf: (request: FastifyRequest, id: string) => string
  drawQrCode: (url: string) => string | undefined
}

export type GateRequest = FastifyRequest<{ Params: { id: string } }>

export function gatePath(id: string): string {
  return `/payment/gate/${encodeURIComponent(id)}`
}

/** Where the script of a page asks, in the language and the frame in which it goes on. */
export function statusPath(id: string, { language, frame }: Visit): string {
  return inLanguage(inFrame(`${gatePath(id)}/status`, frame), language)
}

/** This page, in the customer's language, and in the frame in which it is shown. */
export function visitTo(request: GateRequest, { frames }: Pick<Gate, 'frames'>, query = ''): Visit {
  const frame = frames.of(request)
  return visitOf(languageOf(request), inFrame(`${gatePath(request.params.id)}${query}`, frame), frame)
}

/** What was paid, or else what paying would cost. */
export function viewIn({ say }: Visit, { sandbox }: Gate, transaction: Transaction): View {
  const { order } = transaction
  const fees = transaction.status === 'SUCCESS' ? transaction.payment.fees : sandbox.feesOf(order.amount)
  return viewOf(order, fees, say)
}

/** The gate of a transaction in the language and the frame of a visit. */
export function ownPath({ id }: Transaction, { frame, language }: Visit, query = ''): string {
  return inLanguage(inFrame(`${gatePath(id)}${query}`, frame), language)
}

/** Where the store wants a customer who is done. A frame never leaves: the page around it is the store's. */
export function wayToStore(transaction: Final, { frame }: Visit, { redirectForm }: Gate): string | undefined {
  return frame ? undefined : redirectUrl(transaction, redirectForm)
}

/** Where a customer goes who is done here: to the store, or to the receipt when the store has said nowhere. */
export function pathAfter(transaction: Transaction, visit: Visit, gate: Gate): string {
  if (!isFinal(transaction)) return ownPath(transaction, visit, '?waiting')
  return wayToStore(transaction, visit, gate) ?? ownPath(transaction, visit)
}

export function noteSentBack({ sandbox }: Gate, { id, world }: Transaction, to: string): void {
  sandbox.journal.write(world, { type: 'gate', transactionId: id, what: 'sent-back', to })
}

/** Sends a page with the headers that it needs. */
export function sendPage(reply: FastifyReply, status: number, headers: Record<string, string>, page: string) {
  return reply.code(status).headers(headers).type('text/html; charset=utf-8').send(page)
}
