import type { RequestMade } from '../journal-entry.ts'
import type { Lint } from './finding.ts'
import { evidence, requestsIn } from './select.ts'

type Headers = { readonly [name: string]: string | string[] | undefined }

export const keyFromBrowser: Lint = {
  code: 'key-from-browser',
  severity: 'error',
  sentence: {
    en: 'A web page called the API, or the widget, with a private or secret key: every visitor can read it.',
    fr: 'Une page web a appelé l’API, ou le widget, avec une clé privée ou secrète : chaque visiteur peut la lire.',
  },
  fix: {
    en: 'Call Intram from your server only, give the widget nothing but the public key, and have new keys made: these are known.',
    fr: 'N’appelez Intram que depuis votre serveur, ne donnez au widget que la clé publique, et remplacez ces clés : elles ne sont plus secrètes.',
  },
  look: ({ entries }) =>
    requestsIn(entries)
      .filter((request) => isFromPage(request.headers) && !isOwnPage(request.headers) && showsKey(request))
      .map((request) => evidence(request)),
}

/** Whether a browser asks if it may send these keys: it never sends them itself, since the API allows no page. */
export function asksForSecrets(headers: Headers): boolean {
  return /x-(private|secret)-key/i.test(String(headers['access-control-request-headers']))
}

/** Node's fetch sends Sec-Fetch-Mode as browsers do, but none of these. */
function isFromPage({ origin, 'sec-fetch-site': site }: Headers): boolean {
  return site !== undefined || origin !== undefined
}

/**
 * The sandbox's own reference is no shop. To the browser, whatever goes through a development server's proxy has the
 * same origin, too: there the page is another one, or the proxy has changed the host.
 */
function isOwnPage({ host, origin, referer, 'sec-fetch-site': site }: Headers): boolean {
  if (site !== 'same-origin') return false
  if (typeof referer === 'string') return /^https?:\/\/[^/]+\/docs(\/|$)/.test(referer)
  return origin === undefined || String(origin).replace(/^https?:\/\//, '') === host
}

/** A widget is where it should be, as long as it has the public key only. */
function showsKey({ path, method, headers, keysInBody }: RequestMade): boolean {
  if (path.startsWith('/widget/')) return keysInBody
  if (method === 'OPTIONS') return asksForSecrets(headers)
  return headers['x-private-key'] !== undefined || headers['x-secret-key'] !== undefined
}
