import { html } from '@remix-run/html-template'
import type { Sentences } from '../sentences/index.ts'
import type { View } from '../view.ts'
import { inLanguage, layout, type Visit } from './layout.ts'
import { cancelForm } from './payment-page.ts'

export type Prospect = 'never' | 'until-expiry' | 'scenario'

type Waiting = {
  view: View
  token: string
  statusPath: string
  /** Whether the operator's answer will come. */
  prospect: Prospect
  /** What the customer has to do with it: confirm on a phone, or nothing more. */
  by: 'phone' | 'card'
  /** The page of the form. */
  formPath: string
}

/** The operator has not answered yet. It moves on by itself, or without JavaScript when the customer asks it to. */
export function waitingPage(visit: Visit, { view, token, statusPath, prospect, by, formPath }: Waiting): string {
  const { language, say, path } = visit
  return layout(visit, {
    title: `${say.waitingTitle[by]} – ${view.store.name}`,
    store: view.store,
    main: html`<main class="single" data-status="${statusPath}">
<div class="card centered">
<div class="spinner" aria-hidden="true"></div>
<h1>${say.waitingTitle[by]}</h1>
<p class="amount">${view.total}</p>
<p role="status">${say.waiting[by]}</p>
<p class="hint">${prospectText(prospect, say)}</p>
<a class="primary" href="${inLanguage(path, language)}">${say.refresh}</a>
<a class="secondary" href="${inLanguage(formPath, language)}">${say.otherWay[by]}</a>
${cancelForm({ ...visit, path: formPath }, token)}
</div>
</main>`,
  })
}

function prospectText(prospect: Prospect, say: Sentences): string {
  if (prospect === 'never') return say.waitingNever
  return prospect === 'scenario' ? say.waitingScenario : say.waitingUntilExpiry
}
