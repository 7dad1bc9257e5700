import type { FastifyReply } from 'fastify'
import { readMobileNumber } from '../domain/account-number.ts'
import { isCard, offeredChannels } from '../domain/channel.ts'
import { isFinal, type Pending, type Transaction } from '../domain/transaction.ts'
import { attempt, type Choice, giveUp } from './attempt.ts'
import { type Gate, type GateRequest, noteSentBack, ownPath, pathAfter, sendPage, visitTo } from './gate.ts'
import { pageHeaders } from './headers.ts'
import { messagePage } from './pages/message-page.ts'
import type { Mistake } from './pages/payment-page.ts'
import { sendForm } from './show.ts'

/** `POST /payment/gate/{id}`: pay or cancel, once. Whoever comes later is sent where the first one was. */
export function receive(gate: Gate) {
  return async (request: GateRequest, reply: FastifyReply) => {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
    const transaction = await gate.sandbox.look(request.params.id)
    const visit = visitTo(request, gate)
    const { notFromHere, badRequest } = visit.say
    // The template on the Django page brings its customers by an empty form.
    if (!form.has('action') && !form.has('token')) {
      return reply.header('cache-control', 'no-store').redirect(ownPath(transaction, visit), 303)
    }
    const ownHosts = [request.host, new URL(gate.urlOf(request, transaction.id)).host]
    const isOwn = gate.ownForm.isOwn(request, transaction.id, form.get('token'), ownHosts)
    // Where all is settled there is nothing to refuse, and "nothing was charged" may be untrue.
    if (!isOwn && isFinal(transaction)) {
      return reply.header('cache-control', 'no-store').redirect(ownPath(transaction, visit), 303)
    }
    if (!isOwn) {
      return sendPage(reply, 403, pageHeaders(visit), messagePage(visit, notFromHere))
    }
    const seeOther = (settled: Transaction) => {
      const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }
      const next = pathAfter(settled, visit, gate)
      const isToStore = !next.startsWith('/')
      if (isToStore && wantsPage(request)) {
        return reply.headers(headers).redirect(ownPath(settled, visit, '?leaving'), 303)
      }
      if (isToStore) noteSentBack(gate, settled, next)
      return reply.headers(headers).redirect(next, 303)
    }

    if (isFinal(transaction)) return seeOther(transaction)
    switch (form.get('action')) {
      case 'cancel':
        return seeOther(await giveUp(gate.sandbox, transaction))
      case 'pay': {
        const { choice, ...answer } = readChoice(form, transaction)
        if (!choice) return sendForm(gate, request, reply, transaction, visit, answer)
        return seeOther(await attempt(gate.sandbox, transaction, choice))
      }
      default:
        return sendPage(reply, 400, pageHeaders(visit), messagePage(visit, badRequest))
    }
  }
}

/**
 * A browser leaves by the receipt: Chromium holds every redirect after a post to `form-action`, also those that the store
 * makes itself. A program that plays the customer sees at once where it would go.
 */
function wantsPage({ headers }: GateRequest): boolean {
  return headers.accept?.includes('text/html') ?? false
}

type Answer = { choice: Choice } | { choice?: never; mistake: Mistake; typed: { channel: string; number: string } }

function readChoice(form: URLSearchParams, { order }: Pending): Answer {
  const typed = { channel: form.get('channel') ?? '', number: form.get('number') ?? '' }
  const channel = offeredChannels(order.channels).find((offered) => offered === typed.channel)
  if (channel === undefined) return { mistake: 'channelMissing', typed }
  if (isCard(channel)) return { choice: { channel, accountNumber: null } }
  const accountNumber = readMobileNumber(typed.number)
  if (accountNumber !== undefined) return { choice: { channel, accountNumber } }
  return { mistake: typed.number.trim() === '' ? 'numberMissing' : 'numberWrong', typed }
}
