import { html, type SafeHtml } from '@remix-run/html-template'
import { readAssets, themePath } from '../assets.ts'
import type { Frame } from '../frame.ts'
import type { Language } from '../language.ts'
import { type Sentences, sentences } from '../sentences/index.ts'
import type { StoreView } from '../view.ts'

/** What is the same on every page of a visit. `path` is where the page can be had again, in either language. */
export type Visit = { language: Language; say: Sentences; path: string; frame: Frame | undefined }

export type Content = {
  title: string
  main: SafeHtml
  /** Whose page it is; nobody's when the payment is unknown. */
  store?: StoreView
}

export function visitOf(language: Language, path: string, frame: Frame | undefined): Visit {
  return { language, say: sentences[language], path, frame }
}

/** The same page in a language. */
export function inLanguage(path: string, language: Language): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}`
}

/** Texts of merchants have `dir="auto"`, which also keeps their direction from leaking into what stands around them. */
export function layout({ language, say, path, frame }: Visit, { title, main, store }: Content): string {
  const { style, script, frameScript } = readAssets()
  const other = say.otherLanguage
  const page = html`<!doctype html>
<html lang="${language}"${frame && html` data-embedder="${frame.origin}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${themePath(store?.color ?? null)}">
<link rel="stylesheet" href="${style.path}">
<script src="${script.path}" defer></script>
${
  frame &&
  html`<script src="${frameScript.path}" defer></script>
`
}</head>
<body>
<header>
<div class="notice"><p>${say.sandbox}</p>
<a href="${inLanguage(path, other.lang)}" hreflang="${other.lang}" lang="${other.lang}">${other.name}</a></div>
${store && banner(store, say)}
</header>
${main}
${store && contact(store, say)}
</body>
</html>
`
  return String(page)
}

function banner({ name, tagline, logo }: StoreView, say: Sentences): SafeHtml {
  return html`<div class="store">
${logo && html`<img class="logo" src="${logo}" alt="${say.logoOf(name)}" width="56" height="56" referrerpolicy="no-referrer">`}
<div class="store-text"><p class="store-name" dir="auto">${name}</p>
${tagline && html`<p dir="auto">${tagline}</p>`}</div>
</div>`
}

function contact({ name, address, phone }: StoreView, say: Sentences): SafeHtml {
  const lines = [name, address, phone].filter((line) => line !== undefined)
  return html`<footer aria-label="${say.contact}">${lines.map((line) => html`<p dir="auto">${line}</p>`)}</footer>`
}
