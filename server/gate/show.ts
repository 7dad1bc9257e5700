import type { FastifyReply } from 'fastify'
import { isCard, offeredChannels } from '../domain/channel.ts'
import { writeScenario } from '../domain/scenario/write-scenario.ts'
import { readWebsite } from '../domain/store-links.ts'
import { type Final, isFinal, type Pending, type Transaction } from '../domain/transaction.ts'
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
  wayToStore,
} from './gate.ts'
import { pageHeaders } from './headers.ts'
import type { Visit } from './pages/layout.ts'
import { type Payable, paymentPage } from './pages/payment-page.ts'
import { receiptPage } from './pages/receipt-page.ts'
import { type Prospect, waitingPage } from './pages/waiting-page.ts'

/** `GET /payment/gate/{id}`: the form, the wait or the receipt. It changes nothing, however often it is asked. */
export function show(gate: Gate) {
  return async (request: GateRequest, reply: FastifyReply) => {
    const transaction = await gate.sandbox.look(request.params.id)
    const { waiting, leaving } = request.query as { waiting?: unknown; leaving?: unknown }
    if (isFinal(transaction)) return sendReceipt(gate, request, reply, transaction, leaving !== undefined)
    noteSeen(gate, transaction)
    const isWaiting = waiting !== undefined
    const visit = visitTo(request, gate, isWaiting ? '?waiting' : '')
    const view = viewIn(visit, gate, transaction)
    if (!isWaiting) return sendForm(gate, request, reply, transaction, visit)

    const { id } = transaction
    const token = gate.ownForm.tokenOf(id)
    const page = waitingPage(visit, {
      view,
      token,
      statusPath: statusPath(id, visit),
      prospect: prospectOf(transaction),
      by: isCard(transaction.staged?.payment?.channel ?? '') ? 'card' : 'phone',
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
    if (next !== undefined && !next.startsWith('/')) noteSentBack(gate, transaction, next)
    reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    return { status: transaction.status, ...(next !== undefined && { next }) }
  }
}

/** The receipt, with a way to the store. A customer who is `leaving` takes it at once. */
function sendReceipt(gate: Gate, request: GateRequest, reply: FastifyReply, transaction: Final, leaving: boolean) {
  const visit = visitTo(request, gate)
  const view = viewIn(visit, gate, transaction)
  const way = wayToStore(transaction, visit, gate)
  const isLeaving = leaving && way !== undefined
  if (isLeaving) noteSentBack(gate, transaction, way)
  else noteSeen(gate, transaction)
  const back = way ?? readWebsite(transaction.order.store.website)
  const headers = {
    ...pageHeaders({ ...view.store, frame: visit.frame }),
    ...(isLeaving && { refresh: `0;url=${way}` }),
  }
  return sendPage(reply, 200, headers, receiptPage(visit, { transaction, view, back, isLeaving }))
}

function noteSeen({ sandbox }: Gate, { id, world }: Transaction): void {
  sandbox.journal.write(world, { type: 'gate', transactionId: id, what: 'seen', to: null })
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
    scenario: transaction.staged?.requested?.settlement && writeScenario(transaction.staged.requested),
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
  return pageHeaders({ ...viewIn(visit, gate, transaction).store, hasForm: true, frame: visit.frame })
}
