import { html } from '@remix-run/html-template'
import { layout, type Visit } from './layout.ts'

type Message = { title: string; text: string; link?: string }

/** What a browser sees instead of a payment. `link` leads to the page of the visit. */
export function messagePage(visit: Visit, { title, text, link }: Message): string {
  return layout(visit, {
    title,
    main: html`<main class="single">
<div class="card">
<h1>${title}</h1>
<p>${text}</p>
${link && html`<a class="primary" href="${visit.path}">${link}</a>`}
</div>
</main>`,
  })
}
