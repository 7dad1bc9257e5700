import { html, type SafeHtml } from '@remix-run/html-template'
import { maskAccountNumber } from '../../domain/account-number.ts'
import { displayText } from '../../domain/display-text.ts'
import { type Final, isExpired } from '../../domain/transaction.ts'
import type { Sentences } from '../sentences/index.ts'
import type { View } from '../view.ts'
import { layout, type Visit } from './layout.ts'

type Receipt = {
  transaction: Final
  view: View
  /** Leads to the store, when it has told where it is. */
  back: string | undefined
  /** The browser is on its way there: a store may take its time. */
  isLeaving: boolean
}

/** What became of a payment, for good. */
export function receiptPage(visit: Visit, { transaction, view, back, isLeaving }: Receipt): string {
  const { say, language } = visit
  const { status } = transaction
  const title = isExpired(transaction) ? say.expired.title : say.statuses[status]
  const way = wayBack(visit, view, back)
  const date = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Africa/Porto-Novo',
  }).format(transaction.settledAt)
  return layout(visit, {
    title: `${title} – ${view.store.name}`,
    store: view.store,
    main: html`<main class="single"${visit.frame && html` data-result="${resultOf(transaction)}"`}>
<div class="card">
<div class="centered">
<div class="mark ${status.toLowerCase()}" aria-hidden="true"></div>
<h1>${title}</h1>
<p dir="auto">${explanationOf(transaction, view, say)}</p>
${isLeaving ? html`<p role="status" dir="auto">${say.leaving(view.store.name)}</p>` : undefined}
</div>
${isLeaving ? way : undefined}
<dl>
<div><dt>${say.receipt.status}</dt><dd>${title} <code>${status}</code></dd></div>
<div><dt>${say.receipt.store}</dt><dd dir="auto">${view.store.name}</dd></div>
<div class="sum"><dt>${say.receipt.amount}</dt><dd>${view.amount}</dd></div>
${transaction.status === 'SUCCESS' ? paymentRows(transaction.payment, view, say) : undefined}
<div><dt>${say.reference}</dt><dd><code>${transaction.reference}</code></dd></div>
<div><dt>${say.receipt.date}</dt><dd><time datetime="${transaction.settledAt.toISOString()}">${say.at(date)}</time></dd></div>
</dl>
${isLeaving ? undefined : way}
</div>
</main>`,
  })
}

/** What the page around a frame is told. */
function resultOf({ id, reference, status }: Final): string {
  return JSON.stringify({ status, transaction_id: id, reference })
}

function wayBack({ say, frame }: Visit, { store }: View, back: string | undefined): SafeHtml | undefined {
  const label = html`<bdi>${say.backTo(store.name)}</bdi>`
  if (frame) return html`<button class="primary" type="button" data-close>${label}</button>`
  return back === undefined ? undefined : html`<a class="primary" href="${back}">${label}</a>`
}

function explanationOf(transaction: Final, view: View, say: Sentences): string {
  if (isExpired(transaction)) return say.expired.text
  return transaction.status === 'FAIL' && transaction.reason
    ? say.reasons[transaction.reason]
    : say.explanations[transaction.status](view.store.name)
}

function paymentRows(
  { channel, accountNumber }: { channel: string; accountNumber: string | null },
  view: View,
  say: Sentences,
) {
  const names: Record<string, string> = say.channels
  return html`<div class="sum"><dt>${say.receipt.fees}</dt><dd>${view.fees}</dd></div>
<div class="sum total"><dt>${say.receipt.total}</dt><dd>${view.total}</dd></div>
<div><dt>${say.receipt.channel}</dt><dd>${Object.hasOwn(names, channel) ? names[channel] : displayText(channel, 40)}</dd></div>
${accountNumber !== null ? html`<div><dt>${say.receipt.number}</dt><dd>${maskAccountNumber(accountNumber)}</dd></div>` : undefined}`
}
