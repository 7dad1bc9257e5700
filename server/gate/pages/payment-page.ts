import { html, type SafeHtml } from '@remix-run/html-template'
import { type Channel, isCard } from '../../domain/channel.ts'
import { displayText } from '../../domain/display-text.ts'
import { testNumbers } from '../../domain/test-numbers.ts'
import type { Sentences } from '../sentences/index.ts'
import type { View } from '../view.ts'
import { inLanguage, layout, type Visit } from './layout.ts'

export type Mistake = keyof Sentences['errors']

export type Payable = {
  view: View
  channels: Channel[]
  /** What decides where no listed number does; nothing when it simply succeeds. */
  scenario: string | undefined
  token: string
  statusPath: string
  qrCode: string | undefined
  /** What the customer typed, and what is wrong with it. */
  typed?: { channel: string; number: string }
  mistake?: Mistake
}

/** The page on which a customer chooses how to pay. */
export function paymentPage(visit: Visit, payable: Payable): string {
  const { say } = visit
  const { view, qrCode, statusPath, mistake } = payable
  const title = say.payTitle(view.store.name)
  return layout(visit, {
    title: mistake ? say.errorTitle(title) : title,
    store: view.store,
    main: html`<main class="columns" data-status="${statusPath}">
${summary(view, say)}
<div class="card pay">
${payForm(visit, payable)}
${cancelForm(visit, payable.token)}
</div>
${orderLines(view, say)}
${qrCode && scan(qrCode, say)}
</main>`,
  })
}

/** The same on the waiting page: as long as nothing is settled, a customer may give up. */
export function cancelForm({ language, say, path }: Visit, token: string): SafeHtml {
  return html`<form method="post" action="${inLanguage(path, language)}" data-busy="${say.sending}">
<input type="hidden" name="token" value="${token}">
<button class="quiet" name="action" value="cancel">${say.cancel}</button>
</form>`
}

function summary({ amount, fees, total, description }: View, say: Sentences): SafeHtml {
  return html`<section class="card summary">
<h1><span class="label">${say.toPay}</span> <span class="amount">${amount}</span></h1>
<p class="fees">${say.withFees(fees, total)}</p>
${description && html`<p class="description" dir="auto">${description}</p>`}
</section>`
}

function orderLines({ lines, moreLines }: View, say: Sentences): SafeHtml | undefined {
  if (lines.length === 0) return undefined
  return html`<section class="card order">
<h2>${say.orderDetails}</h2>
<ul class="lines">
${lines.map(
  ({ name, detail, total }) => html`<li><span dir="auto">${name}</span>
${total && html`<span class="price" dir="auto">${total}</span>`}
${detail && html`<small dir="auto">${detail}</small>`}</li>
`,
)}
</ul>
${moreLines > 0 ? html`<p class="more">${say.moreLines(moreLines)}</p>` : undefined}
</section>`
}

function payForm(visit: Visit, { view, channels, scenario, token, typed, mistake }: Payable): SafeHtml {
  const { language, say, path } = visit
  const chosen = channels.find((channel) => channel === typed?.channel) ?? channels[0]
  return html`<form class="pay-form" method="post" action="${inLanguage(path, language)}" novalidate data-busy="${say.sending}">
<input type="hidden" name="token" value="${token}">
<fieldset${mistake === 'channelMissing' ? html` aria-describedby="channel-error"` : undefined}>
<legend>${say.how}</legend>
${mistake === 'channelMissing' ? html`<p class="error" id="channel-error">${say.errors.channelMissing}</p>` : undefined}
<div class="channels">
${channels.map(
  (channel) => html`<label class="channel"><input type="radio" name="channel" value="${channel}"${
    channel === chosen ? html` checked` : undefined
  }${mistake === 'channelMissing' && channel === chosen ? html` autofocus` : undefined}>
<span class="badge ${channel.toLowerCase()}" aria-hidden="true"></span> ${say.channels[channel]}</label>
`,
)}
</div>
</fieldset>
${channels.every(isCard) ? undefined : numberField(say, displayText(typed?.number ?? null, 40) ?? '', mistake)}
${channels.some(isCard) ? html`<p class="card-note">${say.noNumberForCard}</p>` : undefined}
<button class="primary" name="action" value="pay">${say.pay(view.total)}</button>
${channels.every(isCard) ? undefined : numberList(say, channels, scenario)}
</form>`
}

function numberField(say: Sentences, number: string, mistake: Mistake | undefined): SafeHtml {
  const isWrong = mistake === 'numberMissing' || mistake === 'numberWrong'
  return html`<div class="number">
<label for="number">${say.number}</label>
<p class="hint" id="number-hint">${say.numberHint}</p>
${isWrong ? html`<p class="error" id="number-error">${say.errors[mistake]}</p>` : undefined}
<input id="number" name="number" type="tel" inputmode="tel" autocomplete="tel" maxlength="40" value="${number}"${
    isWrong
      ? html` aria-invalid="true" aria-describedby="number-error number-hint" autofocus`
      : html` aria-describedby="number-hint"`
  }>
</div>`
}

function numberList(say: Sentences, channels: Channel[], scenario: string | undefined): SafeHtml {
  const mobile = (['MTN', 'MOOV'] as const).filter((channel) => channels.includes(channel))
  return html`<details class="test-numbers">
<summary>${say.testNumbers}</summary>
<p>${scenario === undefined ? say.testNumbersIntro : say.testNumbersBut(scenario)}</p>
<table>
<thead><tr>${mobile.map((channel) => html`<th scope="col">${channel}</th>`)}<th scope="col">${say.effect}</th></tr></thead>
<tbody>
${testNumbers.map(
  (row) => html`<tr>${mobile.map(
    (channel) =>
      html`<td><code data-fill="${channel}" data-label="${say.testNumbersFill(row[channel])}">${row[channel]}</code></td>`,
  )}<td>${say.effects[row.scenario]}</td></tr>
`,
)}
</tbody>
</table>
</details>`
}

function scan(qrCode: string, say: Sentences): SafeHtml {
  return html`<aside class="card scan">
<img src="${qrCode}" alt="${say.qrCode}" width="132" height="132">
<div><h2>${say.scan}</h2>
<p>${say.scanHow}</p></div>
</aside>`
}
