import type { FastifyReply } from 'fastify'
import { offeredChannels } from '../domain/channel.ts'
import { redirectUrl } from '../domain/redirect-url.ts'
import { readWebsite } from '../domain/store-links.ts'
import { isFinal, type Pending } from '../domain/transaction.ts'
import { inFrame } from './frame.ts'
import {
  type Gate,
  type GateRequest,
  gatePath,
  noteSentBack,
  pathAfter,
  sendPage,
  statusPath,
  viewIn,
  visitTo,
} from './gate.ts'
import { pageHeaders } from './headers.ts'
import type { Visit } from './pages/layout.ts'
import { type Payable, paymentPage } from './pages/payment-page.ts'
import { receiptPage } from './pages/receipt-page.ts'
import { type Prospect, waitingPage } from './pages/waiting-page.ts'

const seen = { type: 'gate', what: 'seen', to: null } as const

/** `GET /payment/gate/{id}`: the form, the wait or the receipt. It changes nothing, however often it is asked. */
export function show(gate: Gate) {
  return async (request: GateRequest, reply: FastifyReply) => {
    const transaction = await gate.sandbox.look(request.params.id)
    const isWaiting = (request.query as { waiting?: unknown }).waiting !== undefined
    gate.sandbox.journal.write(transaction.world, { ...seen, transactionId: transaction.id })
    const visit = visitTo(request, gate, isWaiting && !isFinal(transaction) ? '?waiting' : '')
    const view = viewIn(visit, gate, transaction)
    if (isFinal(transaction)) {
      const back = redirectUrl(transaction, gate.redirectForm) ?? readWebsite(transaction.order.store.website)
      return sendPage(
        reply,
        200,
        pageHeaders({ ...view.store, frame: visit.frame }),
        receiptPage(visit, transaction, view, back),
      )
    }
    if (!isWaiting) return sendForm(gate, request, reply, transaction, visit)

    const { id } = transaction
    const token = gate.ownForm.tokenOf(id)
    const page = waitingPage(visit, {
      view,
      token,
      statusPath: statusPath(id, visit),
      prospect: prospectOf(transaction),
      formPath: inFrame(gatePath(id), visit.frame),
    })
    return sendPage(reply, 200, formHeaders(gate, transaction, visit), page)
  }
}

/** `GET /payment/gate/{id}/status`: how the script of an open page learns that there is something new. */
export function showStatus(gate: Gate) {
  return async (request: GateRequest, reply: FastifyReply) => {
    const transaction = await gate.sandbox.look(request.params.id)
    const next = isFinal(transaction) ? pathAfter(transaction, visitTo(request, gate), gate) : undefined
    if (next !== undefined) noteSentBack(gate, transaction, next)
    reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    return { status: transaction.status, ...(next !== undefined && { next }) }
  }
}

/** The page with the form; a second time with what the customer typed, and what is wrong with it. */
export function sendForm(
  gate: Gate,
  request: GateRequest,
  reply: FastifyReply,
  transaction: Pending,
  visit: Visit,
  answer: Pick<Payable, 'typed' | 'mistake'> = {},
) {
  const { id, order } = transaction
  const page = paymentPage(visit, {
    view: viewIn(visit, gate, transaction),
    channels: offeredChannels(order.channels),
    token: gate.ownForm.tokenOf(id),
    statusPath: statusPath(id, visit),
    qrCode: gate.drawQrCode(gate.urlOf(request, id)),
    ...answer,
  })
  return sendPage(reply, answer.mistake ? 422 : 200, formHeaders(gate, transaction, visit), page)
}

function prospectOf(transaction: Pending): Prospect {
  const ending = transaction.staged?.scenario.settlement?.ending
  if (ending === 'never-settles') return 'never'
  return ending === undefined || ending === 'expire' ? 'until-expiry' : 'scenario'
}

function formHeaders(gate: Gate, transaction: Pending, visit: Visit) {
  const { returnUrl, cancelUrl } = transaction.order.actions
  const targets = visit.frame ? [] : [returnUrl, cancelUrl]
  return pageHeaders({ ...viewIn(visit, gate, transaction).store, targets, frame: visit.frame })
}
