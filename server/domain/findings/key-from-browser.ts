import type { Lint } from './finding.ts'
import { evidence, requestsIn } from './select.ts'

/** Node's fetch sends Sec-Fetch-Mode as browsers do, but no Origin; the sandbox's own reference page is no shop. */
export const keyFromBrowser: Lint = {
  code: 'key-from-browser',
  severity: 'error',
  sentence: {
    en: 'A web page called the API with the private and secret keys: every visitor can read them.',
    fr: 'Une page web a appelé l’API avec les clés privée et secrète : chaque visiteur peut les lire.',
  },
  fix: {
    en: 'Call Intram from your server only, and have new keys made: these are known.',
    fr: 'N’appelez Intram que depuis votre serveur, et faites refaire les clés : celles-ci sont connues.',
  },
  look({ entries }) {
    return requestsIn(entries)
      .filter(({ headers, path, status }) => {
        const site = headers['sec-fetch-site']
        // A widget is where it should be: it has the public key only.
        if (status === 401 || site === 'same-origin' || path.startsWith('/widget/')) return false
        return site !== undefined || headers.origin !== undefined
      })
      .map((request) => evidence(request))
  },
}
