import type { Lint } from './finding.ts'
import { evidence, requestsIn } from './select.ts'

/** Node's fetch sends Sec-Fetch-Mode as browsers do, but no Origin; the sandbox's own reference page is no shop. */
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
  look({ entries }) {
    return requestsIn(entries)
      .filter(({ headers, path, status, keysInBody }) => {
        const site = headers['sec-fetch-site']
        if (status === 401 || site === 'same-origin') return false
        // A widget is where it should be, as long as it has the public key only.
        if (path.startsWith('/widget/') && !keysInBody) return false
        return site !== undefined || headers.origin !== undefined
      })
      .map((request) => evidence(request))
  },
}
